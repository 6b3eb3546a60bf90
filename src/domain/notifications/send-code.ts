import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { writeTx, type WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, DAY, MINUTE } from '../../kernel/duration';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { codeHash } from '../contacts/code-hash';
import { codeChannels } from '../contacts/model';
import { canTendContact } from '../contacts/policy';
import { lockMethod } from '../contacts/queries';
import { contactMethods } from '../contacts/tables';
import { loadOrganization, requireClient } from '../tenancy/queries';
import { MOST_CODES_A_DAY } from './model';
import { loadCodes } from './code-queries';
import { enqueueDelivery } from './enqueue-delivery';

/**
 * Sends six digits to a contact method; typed in within a quarter of an hour they prove that somebody reads it
 * (verifyMethod). An older code ends. Of one method the causes are its codes, counted by their cycle.
 * @throws DomainError INVALID where no code can be sent; CONFLICT for a number that answered STOP; TOO_MANY_REQUESTS
 *   within a minute of the last one, or after five in a day
 */
export async function sendCode(
  actor: Actor,
  { methodId }: { methodId: string },
): Promise<{ methodId: string; sentAt: Date }> {
  return writeTx(actor, async (tx) => {
    const { method, contact } = requireFound(await lockMethod(tx, methodId), 'contact method');
    tx.authorize(canTendContact(actor, contact));
    const { channel, address, clientId } = method;
    if (!codeChannels.includes(channel)) {
      throw new DomainError(
        'INVALID',
        'This needs no code: it holds as soon as somebody signs in as the contact.',
      );
    }
    if (method.stoppedAt !== null) {
      throw new DomainError(
        'CONFLICT',
        `${address} answered STOP. A message must come from it first: START.`,
      );
    }
    const count = await countCodes(tx, methodId);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await tx.db
      .update(contactMethods)
      .set({ codeHash: codeHash(methodId, code), codeSentAt: tx.now, codeTries: 0 })
      .where(within(tx, contactMethods, eq(contactMethods.id, methodId)));
    const message = {
      code,
      organizationName: (await loadOrganization(tx)).name,
      clientName: await requireClient(tx, clientId),
      recipientName: contact.name,
    };
    const recipient = { methodId, recipientId: contact.id, name: contact.name, channel, address };
    await enqueueDelivery(tx, { id: methodId, clientId, cycle: count + 1, step: 1 }, [recipient], message);
    await wakeEngine(tx);
    await recordAudit(tx, 'contact.codeSent', contact, { methodId, channel });
    return { methodId, sentAt: tx.now };
  });
}

/** How many codes were sent there ever; refuses one too many. */
async function countCodes(tx: WriteTx, methodId: string): Promise<number> {
  const codes = await loadCodes(tx, methodId);
  const [newest] = codes;
  if (newest !== undefined && tx.now < after(newest.createdAt, MINUTE)) {
    throw new DomainError('TOO_MANY_REQUESTS', 'A code was sent less than a minute ago. Wait for it first.');
  }
  const oldest = codes[MOST_CODES_A_DAY - 1];
  if (oldest !== undefined && tx.now < after(oldest.createdAt, DAY)) {
    throw new DomainError(
      'TOO_MANY_REQUESTS',
      `${MOST_CODES_A_DAY} codes were sent there within a day. Look at the address, and try again tomorrow.`,
    );
  }
  return newest?.cycle ?? 0;
}
