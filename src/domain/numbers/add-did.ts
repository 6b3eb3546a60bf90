import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { toE164 } from '../../kernel/phone';
import { recordAudit } from '../audit/record-audit';
import { requireClient } from '../tenancy/queries';
import type { addDidInput, Did } from './model';
import { canEditDids } from './policy';
import { dids } from './tables';

/**
 * Gives a client a number.
 * @throws DomainError INVALID for text that is no phone number, CONFLICT for a number that is taken
 */
export async function addDid(actor: Actor, input: z.output<typeof addDidInput>): Promise<Did> {
  const number = toE164(input.number);
  if (number === null) {
    throw new DomainError('INVALID', 'That is not a phone number.', [
      { field: 'number', words: 'Write it with its country code, for example +49 30 123456.' },
    ]);
  }
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditDids(actor));
    await requireClient(tx, input.clientId);
    const did: Did = { ...input, id: newId(), number };
    const added = await tx.db
      .insert(dids)
      .values({ ...did, organizationId: actor.organizationId, createdAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: dids.id });
    if (added.length === 0) {
      throw new DomainError('CONFLICT', `${number} belongs to a client already.`, [
        { field: 'number', words: 'Remove it there first.' },
      ]);
    }
    await recordAudit(tx, 'did.added', did, { number });
    return did;
  });
}
