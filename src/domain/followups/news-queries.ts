import { and, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import { readTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, DAY } from '../../kernel/duration';
import { requireAllowed } from '../../kernel/errors';
import { canUseDesk } from '../calls/policy';
import { clients } from '../clients/tables';
import { escalationEvents, escalations } from '../escalations/tables';
import { newsTypes, type EscalationNews } from '../updates/model';

const LOOK_BACK = 7 * DAY;
const FRESH = DAY;
const MOST_ROWS = 50;

/**
 * What became, within a day, of the escalations that the signed-in operator began, the newest first: who has them, what was
 * reported, what is silent, what is resolved. At most 50.
 */
export async function listNews(actor: Actor): Promise<EscalationNews[]> {
  requireAllowed(canUseDesk(actor));
  return readTx(actor, async (tx, clock) => {
    const now = await clock();
    const own = tx.db
      .select({ id: escalations.id })
      .from(escalations)
      .where(
        within(
          tx,
          escalations,
          eq(escalations.startedById, actor.id),
          gte(escalations.startedAt, after(now, -LOOK_BACK)),
        ),
      )
      .orderBy(desc(escalations.id))
      .limit(200);
    return tx.db
      .select({
        id: escalationEvents.id,
        escalationId: escalationEvents.escalationId,
        callId: escalations.callId,
        clientName: clients.name,
        summary: escalations.summary,
        type: sql<EscalationNews['type']>`${escalationEvents.type}`,
        words: escalationEvents.words,
        at: escalationEvents.at,
      })
      .from(escalationEvents)
      .innerJoin(
        escalations,
        and(
          eq(escalations.organizationId, escalationEvents.organizationId),
          eq(escalations.id, escalationEvents.escalationId),
        ),
      )
      .leftJoin(
        clients,
        and(
          eq(clients.organizationId, escalationEvents.organizationId),
          eq(clients.clientId, escalationEvents.clientId),
        ),
      )
      .where(
        within(
          tx,
          escalationEvents,
          inArray(escalationEvents.escalationId, own),
          inArray(escalationEvents.type, [...newsTypes]),
          gte(escalationEvents.at, after(now, -FRESH)),
        ),
      )
      .orderBy(desc(escalationEvents.id))
      .limit(MOST_ROWS);
  });
}
