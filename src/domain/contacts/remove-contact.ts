import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { canEditContacts } from './policy';
import { loadContact } from './queries';
import { contacts } from './tables';

/** From now on nobody is told by this contact; an escalation step left empty goes straight on to the next. */
export async function removeContact(actor: Actor, contactId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    const contact = requireFound(await loadContact(tx, contactId), 'contact');
    tx.authorize(canEditContacts(actor, contact));
    await tx.db
      .update(contacts)
      .set({ removedAt: tx.now })
      .where(within(tx, contacts, eq(contacts.id, contactId)));
    await recordAudit(tx, 'contact.removed', contact);
  });
}
