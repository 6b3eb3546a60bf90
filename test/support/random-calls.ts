// Calls, escalations and promises as chance has them, put in behind the walls: reports are held against a slow count of them.
import fc from 'fast-check';
import type { Sql } from 'postgres';
import { moods } from '../../src/domain/calls/model';
import { reportDays } from '../../src/domain/reports/report-days';
import { newId } from '../../src/kernel/ids';

export type Place = { clientId: string | null; timeZone: string };

/** Around the days on which the clocks of Berlin and New York are set forward and back. */
const spans = [
  { from: '2026-03-05', to: '2026-04-01' },
  { from: '2026-10-22', to: '2026-11-04' },
];

const maybe = <Value>(value: fc.Arbitrary<Value>, freq = 4) => fc.option(value, { nil: null, freq });

/** Often within a few milliseconds of a midnight, where days are told apart. */
function instantOf(places: readonly Place[]): fc.Arbitrary<Date> {
  const [first = 0, last = 0] = [Date.parse('2026-03-05T00:00Z'), Date.parse('2026-11-04T00:00Z')];
  const midnights = places.flatMap(({ timeZone }) => spans.flatMap((span) => reportDays(span, timeZone)));
  const near = fc
    .tuple(fc.constantFrom(...midnights), fc.integer({ min: -2, max: 2 }))
    .map(([midnight, off]) => new Date(midnight.getTime() + off));
  const inSpan = fc
    .constantFrom(...spans)
    .chain(({ from, to }) =>
      fc.integer({ min: Date.parse(from), max: Date.parse(to) }).map((at) => new Date(at)),
    );
  const anywhere = fc.integer({ min: first, max: last }).map((at) => new Date(at));
  return fc.oneof(
    { weight: 3, arbitrary: near },
    { weight: 5, arbitrary: inSpan },
    { weight: 1, arbitrary: anywhere },
  );
}

/** Often on the very limit that a rule names, in whole seconds. */
const wait = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((seconds) => seconds * 1_000),
  fc.integer({ min: 0, max: 400_000 }),
);

function callOf(places: readonly Place[], people: readonly string[]) {
  return fc.record({
    place: fc.constantFrom(...places),
    ring_at: instantOf(places),
    channel: fc.constantFrom('phone', 'phone', 'phone', 'email'),
    answered: maybe(wait),
    ended: maybe(wait),
    abandoned: maybe(wait, 2),
    closed: maybe(wait),
    ani: fc.constantFrom('+493011', '+493022', '+493033'),
    is_ani_valid: fc.boolean(),
    mood_at_start: maybe(fc.constantFrom(...moods)),
    mood: maybe(fc.constantFrom(...moods)),
    abuse_count: fc.constantFrom(0, 0, 0, 2),
    playbook_id: fc.constantFrom('step_back', 'notes_first', 'own_it'),
    answered_by_id: maybe(fc.constantFrom(...people)),
  });
}

export type CallRow = ReturnType<typeof toCall>;

const later = (at: Date, milliseconds: number | null) =>
  milliseconds === null ? null : new Date(at.getTime() + milliseconds);

type Drawn = ReturnType<typeof callOf> extends fc.Arbitrary<infer Call> ? Call : never;

/** The clocks of a switch and of the database differ, so that a call may end before it was answered. */
function toCall({ place, answered, ended, abandoned, closed, ...call }: Drawn) {
  const answeredAt = later(call.ring_at, answered);
  return {
    ...call,
    id: newId(),
    client_id: place.clientId,
    time_zone: place.timeZone,
    answered_at: answeredAt,
    ended_at: later(answeredAt ?? call.ring_at, ended === null ? null : ended - 3_000),
    abandoned_at: later(call.ring_at, abandoned),
    closed_at: later(answeredAt ?? call.ring_at, closed),
  };
}

/** When each caller rang the same client again, found by looking at every other call. */
function withRangAgain(rows: readonly CallRow[]): (CallRow & { rang_again_at: Date | null })[] {
  const isAfter = (other: CallRow, call: CallRow) =>
    Number(other.ring_at) > Number(call.ring_at) ||
    (Number(other.ring_at) === Number(call.ring_at) && other.id > call.id);
  return rows.map((call) => {
    const next = rows
      .filter((other) => other.is_ani_valid && other.ani === call.ani && other.client_id === call.client_id)
      .filter((other) => isAfter(other, call))
      .map(({ ring_at }) => Number(ring_at))
      .toSorted((a, b) => a - b)[0];
    const isSoon = next !== undefined && next - Number(call.ring_at) <= 86_400_000;
    return { ...call, rang_again_at: call.is_ani_valid && isSoon ? new Date(next) : null };
  });
}

type Drawing = { places: readonly Place[]; people: readonly string[]; amount: number; seed: number };

export function drawCalls({ places, people, amount, seed }: Drawing) {
  return withRangAgain(fc.sample(callOf(places, people), { numRuns: amount, seed }).map(toCall));
}

export function drawEscalations({ places, amount, seed }: Omit<Drawing, 'people'>) {
  const owned = places.filter(({ clientId }) => clientId !== null);
  const one = fc.record({
    place: fc.constantFrom(...owned),
    started_at: instantOf(owned),
    took: maybe(fc.integer({ min: 0, max: 600_000 })),
  });
  return fc.sample(one, { numRuns: amount, seed }).map(({ place, started_at, took }) => ({
    id: newId(),
    client_id: place.clientId,
    time_zone: place.timeZone,
    started_at,
    acknowledged_at: later(started_at, took),
  }));
}

export function drawPromises({ places, amount, seed }: Omit<Drawing, 'people'>, calls: readonly CallRow[]) {
  const owned = places.filter(({ clientId }) => clientId !== null);
  const one = fc.record({
    place: fc.constantFrom(...owned),
    call: fc.constantFrom(...calls),
    due_at: instantOf(owned),
    state: fc.constantFrom('open', 'kept', 'kept', 'broken', 'renegotiated', 'cancelled'),
    reason: fc.constantFrom('call', 'call', 'recall'),
    off: fc.oneof(fc.constant(0), fc.integer({ min: -100_000, max: 100_000 })),
  });
  return fc.sample(one, { numRuns: amount, seed }).map(({ place, call, due_at, state, reason, off }) => ({
    id: newId(),
    client_id: place.clientId,
    time_zone: place.timeZone,
    call_id: call.id,
    reason,
    due_at,
    state,
    created_at: new Date(Number(call.ring_at) + 60_000),
    ended_at: state === 'open' ? null : later(due_at, off),
  }));
}

export type EscalationRow = ReturnType<typeof drawEscalations>[number];
export type PromiseRow = ReturnType<typeof drawPromises>[number];

/** Straight into the tables of a tenant. */
export async function putIn(
  ownerSql: Sql,
  organizationId: string,
  rows: {
    calls: readonly ReturnType<typeof drawCalls>[number][];
    escalations: readonly EscalationRow[];
    promises: readonly PromiseRow[];
  },
): Promise<void> {
  const organization_id = organizationId;
  const withoutZone = <Row extends { time_zone: string }>({ time_zone, ...row }: Row) => row;
  const calls = rows.calls.map((call) => ({
    ...withoutZone(call),
    organization_id,
    source: 'test',
    dnis: '+493055551000',
    route_reason: 'overflow',
    answer_phrase: '',
  }));
  const escalations = rows.escalations.map((row) => ({
    ...withoutZone(row),
    organization_id,
    state: row.acknowledged_at === null ? 'open' : 'acknowledged',
    urgency: 'urgent',
    summary: 'Drawn',
    policy: ownerSql.json({ steps: [] }),
    cycle: 1,
    step: 1,
    started_by_id: 'test',
    started_by_name: 'Test',
  }));
  const promises = rows.promises.map((row) => ({
    ...withoutZone(row),
    organization_id,
    kind: 'information',
    cause_id: row.id,
    what: 'Drawn',
    before: '',
    caller_name: '',
  }));
  await ownerSql`insert into calls ${ownerSql(calls)}`;
  await ownerSql`insert into escalations ${ownerSql(escalations)}`;
  await ownerSql`insert into promises ${ownerSql(promises)}`;
}
