import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { canEditContacts } from './policy';
import { lockMethod } from './queries';
import { contactMethods } from './tables';

/**
 * From now on what is posted to a webhook method is signed with another secret.
 * @param input.sealedSecret what `seal` made of the secret, which is told once and kept nowhere else
 * @throws DomainError INVALID for a method that is no webhook
 */
export async function renewSecret(
  actor: Actor,
  { methodId, sealedSecret }: { methodId: string; sealedSecret: string },
): Promise<void> {
  await writeTx(actor, async (tx) => {
    const { method, contact } = requireFound(await lockMethod(tx, methodId), 'contact method');
    tx.authorize(canEditContacts(actor, contact));
    if (method.channel !== 'webhook') {
      throw new DomainError('INVALID', 'Only what is posted to a webhook is signed.');
    }
    await tx.db
      .update(contactMethods)
      .set({ sealedSecret })
      .where(within(tx, contactMethods, eq(contactMethods.id, methodId)));
    await recordAudit(tx, 'contact.secretRenewed', contact, { methodId });
  });
}
