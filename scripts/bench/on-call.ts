import { Temporal } from 'temporal-polyfill';
import type { Rotation, ScheduleFacts } from '../../src/domain/oncall/model';
import { onCallAt } from '../../src/domain/oncall/on-call-at';
import { outlook } from '../../src/domain/oncall/outlook';
import { after, DAY, HOUR } from '../../src/kernel/duration';
import { atMost, percentile, told, type Figure } from './figures';

const SCHEDULES = 10_000;
const OUTLOOKS = 1_000;
const WARM_UP = 500;

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Sydney', 'Europe/London', 'UTC'];
const units: Rotation['unit'][] = ['week', 'day', 'month', 'hour'];
const someDay = new Date('2026-10-24T12:00:00Z');

/** As an answering service has them: two rotations, one of them for nights and weekends, holidays, and a few changes. */
function schedule(n: number): ScheduleFacts {
  const contactIds = Array.from({ length: 4 }, (_, person) => `contact ${n} ${person}`);
  const unit = units[n % units.length] ?? 'week';
  const startsAt = `2025-0${1 + (n % 9)}-0${1 + (n % 7)}T0${n % 10}:30`;
  const always = { name: 'Duty', unit, every: 1 + (n % 3), startsAt, contactIds, spans: [] };
  const nights = [
    { days: [1, 2, 3, 4, 5], from: '18:00', to: '08:00' },
    { days: [6, 7, 'holiday' as const], from: '08:00', to: '08:00' },
  ];
  const change = (days: number) => ({
    kind: 'replace' as const,
    contactId: 'a stand-in',
    replacedContactId: contactIds[0] ?? '',
    startsAt: after(someDay, days * DAY),
    endsAt: after(someDay, days * DAY + 12 * HOUR),
    createdAt: someDay,
  });
  return {
    timeZone: zones[n % zones.length] ?? 'UTC',
    rotations: [always, { ...always, name: 'Nights', spans: nights }],
    overrides: [change(0), change(3), change(20)],
    coverages: [],
    holidays: ['2026-10-26', '2026-12-25', '2026-12-26', '2027-01-01'],
  };
}

/** Who is on call, asked of each schedule once; the floor is one conversion of an instant to a wall clock. */
export function benchOnCall(): Figure[] {
  const all = Array.from({ length: SCHEDULES }, (_, n) => schedule(n));
  for (const facts of all.slice(0, WARM_UP)) onCallAt(facts, someDay);
  const product: number[] = [];
  const floor: number[] = [];
  let people = 0;
  for (const [n, facts] of all.entries()) {
    const at = after(someDay, n * 13_000);
    const begun = performance.now();
    people += onCallAt(facts, at).length;
    const between = performance.now();
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(facts.timeZone).toString();
    product.push(between - begun);
    floor.push(performance.now() - between);
  }
  if (people < SCHEDULES) throw new Error(`Only ${people} people are on call for ${SCHEDULES} schedules.`);
  const ahead = all.slice(0, OUTLOOKS).map((facts) => {
    const begun = performance.now();
    outlook(facts, someDay);
    return performance.now() - begun;
  });
  const what = 'on call: who, over 10,000 schedules';
  return [
    told(`${what}, p50`, 'ms', percentile(product, 0.5), SCHEDULES, percentile(floor, 0.5)),
    atMost(`${what}, p95`, 'ms', percentile(product, 0.95), 1, SCHEDULES, percentile(floor, 0.95)),
    told(`${what}, p99`, 'ms', percentile(product, 0.99), SCHEDULES, percentile(floor, 0.99)),
    told('on call: the next 31 days of a schedule, p95', 'ms', percentile(ahead, 0.95), OUTLOOKS),
  ];
}
