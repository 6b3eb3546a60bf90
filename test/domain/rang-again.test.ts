// Whether a caller rang again: put on record as calls come in, in whatever order their switch reports them.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiveComplaint } from '../../src/domain/calls/receive-complaint';
import { recordSwitchEvent } from '../../src/domain/calls/record-switch-event';
import type { Actor } from '../../src/kernel/actor';
import { after, DAY, HOUR, SECOND } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { actorOf, makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let clinic: Tenant;
let telephone: Actor;
let start: Date;

beforeAll(async () => {
  world = await makeWorld();
  clinic = await addClient(world, 'Northgate Clinic');
  telephone = {
    ...actorOf(world.organizationId, 'operator', newId(), 'Switch', null),
    kind: 'switch',
    role: null,
  };
  start = after(await world.readClock(), -20 * DAY);
});

afterAll(() => world.stop());

type Reported = { from: string; to: string; at: Date; providerCallId: string; type: 'ringing' | 'answered' };

const report = ({ type, ...event }: Reported) =>
  recordSwitchEvent(telephone, { ...event, type, routeReason: 'overflow', operatorEmail: undefined });

type Row = {
  id: string;
  ani: string;
  client_id: string | null;
  ring_at: Date;
  again: Date | null;
  known: boolean;
};

const rowsOf = (ids: readonly string[]) => world.ownerSql<Row[]>`
  select id, ani, client_id, ring_at, rang_again_at as again, is_ani_valid as known from calls
  where provider_call_id = any (${[...ids]}) order by ring_at, id`;

/** The next call of the same number to the same client, within a day. */
function expected(rows: readonly Row[]): (Date | null)[] {
  return rows.map((call, place) => {
    const next = rows
      .slice(place + 1)
      .find((other) => call.known && other.ani === call.ani && other.client_id === call.client_id);
    return next !== undefined && Number(next.ring_at) - Number(call.ring_at) <= DAY ? next.ring_at : null;
  });
}

it('in whatever order calls are reported, each names the next of its caller within a day', async () => {
  let days = 0;
  const one = fc.record({
    from: fc.constantFrom('+4930111', '+4930222', 'anonymous'),
    isClinic: fc.boolean(),
    hours: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(0, 24, 48)),
    off: fc.constantFrom(-1, 0, 0, 1),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 4, maxLength: 10 }), async (drawn) => {
      // Each round of its own numbers, so that rounds know nothing of one another.
      days += 1;
      const ids = drawn.map(() => newId());
      for (const [place, { from, isClinic, hours, off }] of drawn.entries()) {
        await report({
          type: 'ringing',
          from: from === 'anonymous' ? from : `${from}${String(days).padStart(4, '0')}`,
          to: (isClinic ? clinic : world).did.number,
          at: after(start, hours * HOUR + off),
          providerCallId: ids[place] ?? '',
        });
      }
      const rows = await rowsOf(ids);
      expect(rows.map(({ again }) => again)).toEqual(expected(rows));
    }),
    { numRuns: 6 },
  );
});

it('a ring that is reported late moves the call, and what is said of the one before', async () => {
  const caller = { from: '+49305550001', to: world.did.number };
  const [first, second] = [newId(), newId()];
  await report({ ...caller, type: 'ringing', at: start, providerCallId: first });
  const answeredAt = after(start, DAY + 5 * SECOND);
  await report({ ...caller, type: 'answered', at: answeredAt, providerCallId: second });
  expect((await rowsOf([first])).map(({ again }) => again)).toEqual([null]);
  const rang = after(start, DAY - 10 * SECOND);
  await report({ ...caller, type: 'ringing', at: rang, providerCallId: second });
  expect((await rowsOf([first, second])).map(({ again }) => again)).toEqual([rang, null]);
});

it('two calls of one caller that are reported at once see one another', async () => {
  const caller = { from: '+49305550002', to: world.did.number, type: 'ringing' as const };
  const ids = Array.from({ length: 8 }, () => newId());
  await Promise.all(
    ids.map((providerCallId, place) => report({ ...caller, at: after(start, place * HOUR), providerCallId })),
  );
  const rows = await rowsOf(ids);
  expect(rows.map(({ again }) => again)).toEqual(rows.map((_, place) => rows[place + 1]?.ring_at ?? null));
});

it('a complaint in writing is no call of anybody', async () => {
  const caller = { from: '+49305550003', to: world.did.number, type: 'ringing' as const };
  const ids = [newId()];
  await report({ ...caller, at: after(await world.readClock(), -HOUR), providerCallId: ids[0] ?? '' });
  await receiveComplaint(world.actors.operator, {
    clientId: world.client.id,
    callId: newId(),
    from: 'kim@park.example',
    callerName: '',
    text: 'Where is my money?',
  });
  expect((await rowsOf(ids)).map(({ again }) => again)).toEqual([null]);
});
