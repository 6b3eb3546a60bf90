import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { canPublishUnreviewed } from '../briefings/policy';
import { clients } from '../clients/tables';
import type { SettledWording, settledWordsInput } from './model';
import { canWriteSettledWords } from './policy';
import { loadSettledWording, lockClientWords } from './settled-queries';

/**
 * What callers are to be told in writing when their matter is settled. Approved at once where the client's rule trusts
 * whoever writes it; else it waits for somebody else, and the words of before stay. No words: callers are told nothing in
 * writing any more, at once. Nobody is told by this: see releaseCallers.
 */
export async function submitSettledWords(
  actor: Actor,
  { clientId, words }: z.output<typeof settledWordsInput>,
): Promise<SettledWording> {
  return writeTx(actor, async (tx) => {
    const client = requireFound(await lockClientWords(tx, clientId), 'client');
    tx.authorize(canWriteSettledWords(actor, client));
    const isApproved = words === '' || canPublishUnreviewed(actor, client);
    const at = tx.now.toISOString();
    await tx.db
      .update(clients)
      .set(
        isApproved
          ? {
              settledWords: words === '' ? null : { words, approvedByName: actor.name, approvedAt: at },
              settledWordsProposed: null,
            }
          : { settledWordsProposed: { words, byId: actor.id, byName: actor.name, at } },
      )
      .where(within(tx, clients, eq(clients.clientId, clientId)));
    const action = isApproved ? 'settledWords.approved' : 'settledWords.submitted';
    await recordAudit(tx, action, { id: clientId, clientId }, { length: words.length });
    return loadSettledWording(tx, clientId);
  });
}
