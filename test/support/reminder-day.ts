import { Temporal } from 'temporal-polyfill';
import { database } from '../../src/db/client';
import { claimDuePromises } from '../../src/db/follow-gate';
import { engineActor } from '../../src/db/gate';
import { createPromise } from '../../src/domain/followups/create-promise';
import { remindPromise } from '../../src/domain/followups/remind-promise';
import { createPromiseInput, type PromiseCard } from '../../src/domain/promises/model';
import { getPromise } from '../../src/domain/promises/promise-queries';
import { nextCaller } from './ledger-desk';
import { takeCall } from './recall-day';
import type { Tenant, World } from './world';

const zone = 'Europe/Berlin';

/** A notice as it stands in the outbox. */
type Told = { to: string; subject: string; lines: string[]; waitsFor: string | null };

/** Days of a client in Berlin, on which the engine comes by when it is told to. */
export function reminderDay(world: World) {
  let seen = new Date(0).toISOString();

  const zonedNow = async () =>
    Temporal.Instant.fromEpochMilliseconds((await world.readClock()).getTime()).toZonedDateTimeISO(zone);

  /** The clock goes on to an instant. */
  const until = async (at: Temporal.ZonedDateTime) =>
    world.moveClock(at.epochMilliseconds - (await zonedNow()).epochMilliseconds);

  return {
    zonedNow,
    until,

    inMinutes: async (minutes: number) => (await zonedNow()).add({ minutes }),

    /** The clock goes on to the next Monday, at a wall time. */
    async untilMonday(hour: number): Promise<Temporal.ZonedDateTime> {
      const now = await zonedNow();
      const monday = now.toPlainDate().add({ days: 8 - now.dayOfWeek });
      const plainTime = Temporal.PlainTime.from({ hour });
      const at = monday.toZonedDateTime({ timeZone: zone, plainTime });
      await until(at);
      return at;
    },

    /** By an operator, who does it, unless told otherwise. */
    async give(tenant: Tenant, dueAt: Temporal.ZonedDateTime, changes: Record<string, unknown> = {}) {
      const call = await takeCall(tenant, nextCaller());
      const words = { kind: 'information', what: 'when the rest is paid', owner: 'operator' };
      const input = { ...words, callId: call.id, dueAt: dueAt.toInstant().toString(), ...changes };
      return createPromise(tenant.actors.operator, createPromiseInput.parse(input));
    },

    /** As the worker does: whatever is due now. */
    async engineComesBy(): Promise<void> {
      const claims = await claimDuePromises(database().sql, 200, 20);
      for (const { organizationId, id } of claims) await remindPromise(engineActor(organizationId), id);
    },

    /** Who of or about a client was told since the last look. */
    async told({ client }: Tenant): Promise<Told[]> {
      const rows = await world.ownerSql`
        select address, message, waits_for from deliveries
        where client_id = ${client.id} and cause = 'notice' and created_at > ${seen} order by created_at, address`;
      const [latest] = await world.ownerSql`select max(created_at) as at from deliveries`;
      seen = ((latest?.at as Date | null) ?? new Date(0)).toISOString();
      return rows.map(({ address, message, waits_for: waitsFor }) => {
        const { subject, lines } = message as { subject: string; lines: string[] };
        return { to: address as string, subject, lines, waitsFor: waitsFor as string | null };
      });
    },

    /** What happened to a promise after it was given. */
    async linesOf({ id }: Pick<PromiseCard, 'id'>): Promise<string[]> {
      const { events } = await getPromise(world.actors.admin, { promiseId: id });
      return events.slice(1).map(({ type, words }) => `${type}: ${words}`);
    },
  };
}
