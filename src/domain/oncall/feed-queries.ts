import { and, eq, isNull } from 'drizzle-orm';
import { readTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, DAY } from '../../kernel/duration';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { contacts } from '../contacts/tables';
import type { FeedShift } from './model';
import { canReadFeed } from './policy';
import { loadScheduleFacts } from './queries';
import { shiftsBetween } from './shifts-between';
import { onCallSchedules } from './tables';

const DAYS_BEHIND = 14;
const DAYS_AHEAD = 90;

/**
 * The shifts of one contact in all schedules of their client, 14 days behind and 90 ahead, by time; of nobody else.
 * @param actor the person behind the key of a calendar (db/on-call-gate.ts)
 */
export async function getFeed(actor: Actor): Promise<{ at: Date; shifts: FeedShift[] }> {
  requireAllowed(canReadFeed(actor));
  return readTx(actor, async (tx, clock) => {
    const [contact] = await tx.db
      .select({ id: contacts.id, clientId: contacts.clientId })
      .from(contacts)
      .where(within(tx, contacts, eq(contacts.id, actor.id), isNull(contacts.removedAt)));
    const { id: contactId, clientId } = requireFound(contact, 'calendar');
    const schedules = await tx.db
      .select({ id: onCallSchedules.id, clientName: clients.name })
      .from(onCallSchedules)
      .innerJoin(
        clients,
        and(
          eq(clients.organizationId, onCallSchedules.organizationId),
          eq(clients.clientId, onCallSchedules.clientId),
        ),
      )
      .where(
        within(
          tx,
          onCallSchedules,
          eq(onCallSchedules.clientId, clientId),
          isNull(onCallSchedules.removedAt),
        ),
      )
      .orderBy(onCallSchedules.id)
      .limit(200);
    const at = await clock();
    const [from, until] = [after(at, -DAYS_BEHIND * DAY), after(at, DAYS_AHEAD * DAY)];
    const ids = schedules.map(({ id }) => id);
    const facts = await loadScheduleFacts(tx, ids, at);
    const shifts = schedules.flatMap(({ id, clientName }) => {
      const known = facts.get(id);
      if (known === undefined) return [];
      const own = shiftsBetween(known.facts, from, until).shifts.filter((one) => one.contactId === contactId);
      return own.map(({ startsAt, endsAt }) => ({
        // The beginning of what began earlier is not looked up: it has one place a schedule.
        uid: `${id}-${contactId}-${startsAt > from ? startsAt.toISOString() : 'earlier'}`,
        scheduleName: known.schedule.name,
        clientName,
        startsAt,
        endsAt,
      }));
    });
    return { at, shifts: shifts.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()) };
  });
}
