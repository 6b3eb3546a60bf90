import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { canApproveBriefing } from '../briefings/policy';
import { clients } from '../clients/tables';
import type { SettledWording, settledWordsInput } from './model';
import { canWriteSettledWords } from './policy';
import { loadSettledWording, lockClientWords } from './settled-queries';

/**
 * Approves the words that wait, as they were read. From now on they are what callers are told.
 * @throws DomainError STALE when they were changed meanwhile, CONFLICT when none wait
 */
export async function approveSettledWords(
  actor: Actor,
  { clientId, words }: z.output<typeof settledWordsInput>,
): Promise<SettledWording> {
  return writeTx(actor, async (tx) => {
    const client = requireFound(await lockClientWords(tx, clientId), 'client');
    const { proposed, approved } = client;
    if (proposed === null) {
      tx.authorize(canWriteSettledWords(actor, client));
      if (approved?.words !== words) throw new DomainError('CONFLICT', 'No words wait for an approval.');
      tx.noteUnrecorded();
      return loadSettledWording(tx, clientId);
    }
    tx.authorize(
      canApproveBriefing(actor, { ...client, submittedById: proposed.byId }),
      proposed.byId === actor.id ? 'You wrote these yourself: somebody else must approve them.' : undefined,
    );
    if (proposed.words !== words) {
      throw new DomainError('STALE', `${proposed.byName} changed these words meanwhile. Read them again.`);
    }
    await tx.db
      .update(clients)
      .set({
        settledWords: { words, approvedByName: actor.name, approvedAt: tx.now.toISOString() },
        settledWordsProposed: null,
      })
      .where(within(tx, clients, eq(clients.clientId, clientId)));
    await recordAudit(tx, 'settledWords.approved', { id: clientId, clientId }, { length: words.length });
    return loadSettledWording(tx, clientId);
  });
}
