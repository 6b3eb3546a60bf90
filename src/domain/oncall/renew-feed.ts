import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { lockContact } from '../contacts/queries';
import { contacts } from '../contacts/tables';
import { canShareCalendar } from './policy';

/** The calendar feed of a contact has another address from now on; whoever has the old one sees nothing any more. */
export async function renewFeed(
  actor: Actor,
  { contactId, key }: { contactId: string; key: string },
): Promise<string> {
  return writeTx(actor, async (tx) => {
    const contact = requireFound(await lockContact(tx, contactId), 'contact');
    tx.authorize(canShareCalendar(actor, contact));
    await tx.db
      .update(contacts)
      .set({ calendarKey: key })
      .where(within(tx, contacts, eq(contacts.id, contactId)));
    await recordAudit(tx, 'calendar.renewed', contact);
    return key;
  });
}
