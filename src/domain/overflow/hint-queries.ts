import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed, requireFound, requireRow } from '../../kernel/errors';
import { clients } from '../clients/tables';
import type { CapacityHint, clientOverflowInput } from './model';
import { canReadOverflow } from './policy';

const DAYS = 28;
const HOURS = 8;

const tenths = (figure: number) => Math.round(figure * 10) / 10;

/**
 * How many calls an hour a client's window may bring: what rang on the 28 days before today, in the eight hours of the
 * day that begin with the present one, by the client's own wall clock. A day on which not one call came says nothing
 * (the client answered itself) and counts neither as known nor as quiet.
 */
export async function loadCapacityHint(tx: ReadTx, clientId: string, now: Date): Promise<CapacityHint> {
  const [client] = await tx.db
    .select({ timeZone: clients.timeZone })
    .from(clients)
    .where(within(tx, clients, eq(clients.clientId, clientId)));
  const { timeZone } = requireFound(client, 'client');
  // The bounds are questions of their own: known before the calls are looked at, they lead into the index.
  const rows = await tx.db.execute<{ days: number; total: number; busiest: number }>(sql`
    with moment as (select ${now.toISOString()}::timestamptz at time zone ${timeZone} as wall),
    hours as (
      select date_trunc('hour', c.ring_at at time zone ${timeZone}) as hour, count(*)::integer as amount
      from calls c
      where c.organization_id = ${tx.actor.organizationId} and c.client_id = ${clientId}
        and c.ring_at >= (
          select (date_trunc('day', wall) - make_interval(days => ${DAYS})) at time zone ${timeZone} from moment)
        and c.ring_at < (select date_trunc('day', wall) at time zone ${timeZone} from moment)
      group by 1
    ),
    counted as (
      select hour::date as day, amount,
             (extract(hour from hour)::integer - extract(hour from wall)::integer + 24) % 24 < ${HOURS} as is_meant
      from hours, moment
    )
    select count(distinct day)::integer as days,
           coalesce(sum(amount) filter (where is_meant), 0)::integer as total,
           coalesce(max(amount) filter (where is_meant), 0) as busiest
    from counted`);
  const { days, total, busiest } = requireRow(rows[0]);
  return {
    usualPerHour: days === 0 ? 0 : tenths(total / (days * HOURS)),
    busiestPerHour: tenths(busiest),
    daysKnown: days,
  };
}

export async function getCapacityHint(
  actor: Actor,
  { clientId }: z.output<typeof clientOverflowInput>,
): Promise<CapacityHint> {
  requireAllowed(canReadOverflow(actor));
  return readTx(actor, async (tx, clock) => loadCapacityHint(tx, clientId, await clock()));
}
