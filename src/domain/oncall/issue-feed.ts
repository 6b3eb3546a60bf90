import { eq, isNull } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { contacts } from '../contacts/tables';
import { canShareCalendar } from './policy';

/**
 * The key in the address of a contact's calendar feed: the one there is, or from now on `key`.
 * @param key random
 */
export async function issueFeed(
  actor: Actor,
  { contactId, key }: { contactId: string; key: string },
): Promise<string> {
  return writeTx(actor, async (tx) => {
    const [contact] = await tx.db
      .select({
        id: contacts.id,
        clientId: contacts.clientId,
        membershipId: contacts.membershipId,
        calendarKey: contacts.calendarKey,
      })
      .from(contacts)
      .where(within(tx, contacts, eq(contacts.id, contactId), isNull(contacts.removedAt)))
      .for('update');
    const found = requireFound(contact, 'contact');
    tx.authorize(canShareCalendar(actor, found));
    await recordAudit(tx, 'calendar.issued', found, { isNew: found.calendarKey === null });
    if (found.calendarKey !== null) return found.calendarKey;
    await tx.db
      .update(contacts)
      .set({ calendarKey: key })
      .where(within(tx, contacts, eq(contacts.id, contactId)));
    return key;
  });
}
