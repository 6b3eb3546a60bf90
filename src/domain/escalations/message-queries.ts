import { and, eq, sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { requireFound } from '../../kernel/errors';
import { clients } from '../clients/tables';
import type { EscalationMessage } from '../notifications/model';
import { promises } from '../promises/tables';
import { organizations } from '../tenancy/tables';

type Told = {
  clientId: string | null;
  callId: string | null;
  urgency: string;
  summary: string;
  startedAt: Date;
};

/** A message says so much of what the caller was promised. */
const MOST_PROMISES = 3;

/** What a message about an escalation says, fixed when it is enqueued: one question. */
export async function loadDeliveryMessage(tx: ReadTx, escalation: Told): Promise<EscalationMessage> {
  const { clientId, callId, urgency, summary, startedAt } = escalation;
  const [row] = await tx.db
    .select({
      organizationName: organizations.name,
      organizationPhone: organizations.phone,
      clientName: clients.name,
      timeZone: clients.timeZone,
      promises: promisesOf(tx, callId),
    })
    .from(organizations)
    .leftJoin(
      clients,
      and(
        eq(clients.organizationId, organizations.organizationId),
        clientId === null ? sql`false` : eq(clients.clientId, clientId),
      ),
    )
    .where(within(tx, organizations));
  const { timeZone, promises: promised, ...names } = requireFound(row, 'organization');
  return {
    ...names,
    timeZone: timeZone ?? 'UTC',
    urgency,
    summary,
    startedAt: startedAt.toISOString(),
    promises: promised.map(({ what, dueAt }) => ({ what, dueAt: new Date(dueAt).toISOString() })),
  };
}

/** What the caller of a call was promised in it and is still open, newest first. Never who the caller is. */
function promisesOf(tx: ReadTx, callId: string | null) {
  type Promised = { what: string; dueAt: string }[];
  if (callId === null) return sql<Promised>`'[]'::jsonb`;
  return sql<Promised>`(
    select coalesce(jsonb_agg(jsonb_build_object('what', what, 'dueAt', due_at)), '[]'::jsonb)
    from (
      select ${promises.what} as what, ${promises.dueAt} as due_at from ${promises}
      where ${within(tx, promises, eq(promises.callId, callId), eq(promises.state, 'open'), eq(promises.reason, 'call'))}
      order by ${promises.id} desc limit ${MOST_PROMISES}
    ) as open_promises)`;
}
