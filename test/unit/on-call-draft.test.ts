import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScheduleInput, rotationUnits, type Schedule } from '../../src/domain/oncall/model';
import { shiftsBetween } from '../../src/domain/oncall/shifts-between';
import { coverageFields, coverageOf } from '../../src/ui/on-call-coverage-draft';
import {
  blankRotation,
  readyPlan,
  scheduleDraft,
  scheduleFields,
  scheduleOf,
  spanPresets,
} from '../../src/ui/on-call-draft';

const uuid = fc.uuid({ version: 7 });
const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const date = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const dayOrder = [1, 2, 3, 4, 5, 6, 7, 'holiday'] as const;
const span = fc.record({
  days: fc.subarray([...dayOrder], { minLength: 1 }),
  from: time,
  to: time,
});
const rotation = fc.record({
  name: fc.constantFrom('Nights', 'Days'),
  unit: fc.constantFrom(...rotationUnits),
  every: fc.integer({ min: 1, max: 365 }),
  startsAt: fc.tuple(date, time).map(([day, at]) => `${day}T${at}`),
  contactIds: fc.array(uuid, { minLength: 1, maxLength: 5 }),
  spans: fc.array(span, { maxLength: 3 }),
});
const schedule: fc.Arbitrary<Schedule> = fc.record({
  id: uuid,
  clientId: uuid,
  name: fc.constant('Payroll duty'),
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC'),
  rotations: fc.array(rotation, { minLength: 1, maxLength: 3 }),
  isHandoverTold: fc.boolean(),
  version: fc.integer({ min: 1, max: 9 }),
});

describe('a schedule in its form', () => {
  it('is saved as it was when nothing is touched', () => {
    fc.assert(
      fc.property(schedule, (one) => {
        const { id: _, clientId: __, version: ___, ...rest } = one;
        expect(scheduleOf(scheduleDraft(one))).toEqual(rest);
        expect(createScheduleInput.safeParse({ clientId: one.clientId, ...rest }).success).toBe(true);
      }),
    );
  });

  it('is reckoned with as soon as all of it is there', () => {
    fc.assert(
      fc.property(schedule, (one) => {
        expect(readyPlan(scheduleDraft(one))).toEqual({ timeZone: one.timeZone, rotations: one.rotations });
      }),
    );
  });

  it.each([
    ['nobody takes turns', { people: [] }],
    ['the first hand-over is missing', { startsAt: '' }],
    ['the first hand-over is no day', { startsAt: '2026-02-31T08:00' }],
    ['the length is no number', { every: '' }],
    ['a time names no day', { spans: [{ days: [], from: '08:00', to: '18:00' }] }],
    ['a time has no end', { spans: [{ days: ['1'], from: '08:00', to: '' }] }],
  ])('is not reckoned with while %s', (_, missing) => {
    const person = { contactId: '0198c0de-0000-7000-8000-000000000001' };
    const whole = { ...blankRotation('2026-11-23', 'Rotation 1'), people: [person] };
    const draft = { name: '', timeZone: 'Europe/Berlin', isHandoverTold: true };
    expect(readyPlan({ ...draft, rotations: [whole] })).not.toBeNull();
    expect(readyPlan({ ...draft, rotations: [{ ...whole, ...missing }] })).toBeNull();
  });

  it('is not reckoned with before it has a rotation', () => {
    expect(readyPlan({ name: 'x', timeZone: 'UTC', isHandoverTold: true, rotations: [] })).toBeNull();
  });

  it('shows every problem that the server can tell at its own field', () => {
    const bad = { ...blankRotation('2026-11-23', ''), every: '0', spans: [{ days: [], from: '', to: '' }] };
    const draft = { name: '', timeZone: 'Nowhere', isHandoverTold: true, rotations: [bad] };
    const input = { clientId: '0198c0de-0000-7000-8000-000000000001', ...scheduleOf(draft) };
    const told = createScheduleInput.safeParse(input).error?.issues.map(({ path }) => path.join('.')) ?? [];
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter((field) => !scheduleFields(draft).includes(field))).toEqual([]);
  });
});

describe('the usual times of a week', () => {
  it('leave nobody out when three rotations share the week, over holidays and both changes of the clocks', () => {
    const person = (n: number) => ({ contactId: `0198c0de-0000-7000-8000-00000000000${n}` });
    const parts = spanPresets.filter(({ spans }) => spans.length > 0);
    expect(parts.map(({ words }) => words)).toEqual([
      'Weekday days',
      'Weekday nights',
      'Weekends and holidays',
    ]);
    const plan = readyPlan({
      name: 'Duty',
      timeZone: 'Europe/Berlin',
      isHandoverTold: true,
      rotations: parts.map(({ words, spans }, n) => ({
        ...blankRotation('2025-12-01', words),
        people: [person(n)],
        spans: spans.map((one) => ({ ...one, days: [...one.days] })),
      })),
    });
    const facts = {
      timeZone: 'Europe/Berlin',
      rotations: plan?.rotations ?? [],
      overrides: [],
      coverages: [],
      holidays: ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25', '2026-12-26'],
    };
    const { gaps } = shiftsBetween(facts, new Date('2026-01-01T00:00Z'), new Date('2027-01-01T00:00Z'));
    expect(gaps).toEqual([]);
  });
});

describe('a temporary coverage in its form', () => {
  it('takes a shift without times for the whole of it', () => {
    const [from, to] = ['2026-12-24T11:00:00.000Z', '2026-12-27T07:00:00.000Z'];
    const noon = '2026-12-25T11:00:00.000Z';
    const draft = {
      startsAt: from,
      endsAt: to,
      note: '',
      shifts: [
        { contactId: 'jana', startsAt: null, endsAt: noon },
        { contactId: 'tom', startsAt: noon, endsAt: null },
      ],
    };
    expect(coverageOf(draft).shifts).toEqual([
      { contactId: 'jana', startsAt: from, endsAt: noon },
      { contactId: 'tom', startsAt: noon, endsAt: to },
    ]);
    expect(coverageFields(draft)).toContain('shifts.1.contactId');
  });
});
