import { describe, expect, it } from 'vitest';
import type { ScheduleCalendar } from '../../src/domain/oncall/model';
import { barTimes, clockChangeWords, onCallDays } from '../../src/ui/on-call-days';

const BERLIN = 'Europe/Berlin';
const [jana, tom] = ['contact-jana', 'contact-tom'];
const names = new Map([
  [jana, 'Jana Weiss'],
  [tom, 'Tom Becker'],
]);

type Layout = Pick<ScheduleCalendar, 'shifts' | 'gaps' | 'overrides' | 'coverages' | 'holidays'>;

function layoutOf(part: Partial<Layout>): Layout {
  return { shifts: [], gaps: [], overrides: [], coverages: [], holidays: [], ...part };
}

function shift(
  contactId: string,
  startsAt: string,
  endsAt: string,
  isOverride = false,
): Layout['shifts'][number] {
  const name = names.get(contactId) ?? '';
  return { contactId, name, startsAt: new Date(startsAt), endsAt: new Date(endsAt), isOverride };
}

function override(part: Partial<Layout['overrides'][number]>): Layout['overrides'][number] {
  return {
    id: 'override-1',
    scheduleId: 'schedule-1',
    clientId: 'client-1',
    kind: 'replace',
    contactId: jana,
    replacedContactId: tom,
    startsAt: new Date('2026-11-24T00:00Z'),
    endsAt: new Date('2026-11-25T00:00Z'),
    note: '',
    createdByName: 'Ada',
    ...part,
  };
}

/** What each day shows: "Jana Weiss until 08:00". */
function shown(layout: Layout, firstDate: string, count: number, zone = BERLIN): string[][] {
  return onCallDays(layout, zone, firstDate, count).map(({ bars }) =>
    bars.map((bar) => `${bar.contactId === null ? 'Nobody' : bar.name} ${barTimes(bar, zone)}`),
  );
}

describe('the days of a calendar', () => {
  it('show whoever is on call over midnight in both days', () => {
    const nights = [
      shift(jana, '2026-11-23T17:00Z', '2026-11-24T07:00Z'),
      shift(tom, '2026-11-24T07:00Z', '2026-11-24T17:00Z'),
    ];
    expect(shown(layoutOf({ shifts: nights }), '2026-11-23', 2)).toEqual([
      ['Jana Weiss from 18:00'],
      ['Jana Weiss until 08:00', 'Tom Becker 08:00–18:00'],
    ]);
  });

  it('show a shift of several days whole in the days between', () => {
    const week = [shift(jana, '2026-11-23T07:00Z', '2026-11-26T07:00Z')];
    expect(shown(layoutOf({ shifts: week }), '2026-11-22', 5)).toEqual([
      [],
      ['Jana Weiss from 08:00'],
      ['Jana Weiss all day'],
      ['Jana Weiss all day'],
      ['Jana Weiss until 08:00'],
    ]);
  });

  it('leave a day alone that a shift only touches at midnight', () => {
    const monday = [shift(jana, '2026-11-22T23:00Z', '2026-11-23T23:00Z')];
    expect(shown(layoutOf({ shifts: monday }), '2026-11-22', 3)).toEqual([[], ['Jana Weiss all day'], []]);
  });

  it('go on over the end of a month and of February in a leap year', () => {
    const dates = (from: string) => onCallDays(layoutOf({}), BERLIN, from, 3).map(({ date }) => date);
    expect(dates('2026-11-29')).toEqual(['2026-11-29', '2026-11-30', '2026-12-01']);
    expect(dates('2028-02-28')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(dates('2026-12-31')).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
  });

  it.each([
    ['an ordinary day', '2026-11-23', 24, null],
    ['the day the clocks go forward', '2026-03-29', 23, 'Clocks go forward: this day has 23 hours.'],
    ['the day the clocks go back', '2026-10-25', 25, 'Clocks go back: this day has 25 hours.'],
  ])('%s has its own hours, and says so', (_, date, hours, words) => {
    const [day] = onCallDays(layoutOf({}), BERLIN, date, 1);
    expect(day?.hours).toBe(hours);
    expect(day && clockChangeWords(day)).toBe(words);
  });

  it('draw a shift by the hours that pass: 08:00 is 9 of 25 hours when the clocks went back', () => {
    const early = [shift(jana, '2026-10-24T22:00Z', '2026-10-25T07:00Z')];
    const [day] = onCallDays(layoutOf({ shifts: early }), BERLIN, '2026-10-25', 1);
    const [bar] = day?.bars ?? [];
    expect(bar && barTimes(bar, BERLIN)).toBe('until 08:00');
    expect([bar?.from, bar?.to]).toEqual([0, 9 / 25]);
  });

  it('draw a shift by the hours that pass: 08:00 is 7 of 23 hours when the clocks went forward', () => {
    const early = [shift(jana, '2026-03-28T23:00Z', '2026-03-29T06:00Z')];
    const [day] = onCallDays(layoutOf({ shifts: early }), BERLIN, '2026-03-29', 1);
    expect([day?.bars[0]?.from, day?.bars[0]?.to]).toEqual([0, 7 / 23]);
  });

  it('begin at the first hour there is where the clocks skip midnight', () => {
    const [day] = onCallDays(layoutOf({}), 'Africa/Cairo', '2026-04-24', 1);
    expect(day?.startsAt.toISOString()).toBe('2026-04-23T22:00:00.000Z');
    expect(day?.hours).toBe(23);
  });

  it('show gaps as nobody, among the shifts by time', () => {
    const layout = layoutOf({
      shifts: [shift(jana, '2026-11-28T07:00Z', '2026-11-28T17:00Z')],
      gaps: [{ startsAt: new Date('2026-11-28T17:00Z'), endsAt: new Date('2026-11-29T07:00Z') }],
    });
    expect(shown(layout, '2026-11-28', 2)).toEqual([
      ['Jana Weiss 08:00–18:00', 'Nobody from 18:00'],
      ['Nobody until 08:00'],
    ]);
  });

  it('name the holiday, and the coverages and removals that touch the day', () => {
    const coverage = {
      id: 'coverage-1',
      scheduleId: 'schedule-1',
      clientId: 'client-1',
      startsAt: new Date('2026-12-24T11:00Z'),
      endsAt: new Date('2026-12-25T11:00Z'),
      shifts: [],
      note: 'Christmas',
      createdByName: 'Ada',
    };
    const removal = override({
      kind: 'remove',
      contactId: null,
      startsAt: new Date('2026-12-26T11:00Z'),
      endsAt: new Date('2026-12-26T12:00Z'),
    });
    const days = onCallDays(
      layoutOf({
        holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
        coverages: [coverage],
        overrides: [removal],
      }),
      BERLIN,
      '2026-12-24',
      3,
    );
    expect(days.map(({ holiday }) => holiday)).toEqual([null, 'Christmas Day', null]);
    expect(days.map(({ coverages }) => coverages.length)).toEqual([1, 1, 0]);
    expect(days.map(({ removals }) => removals.length)).toEqual([0, 0, 1]);
  });
});

describe('why somebody stands in a calendar who is in no turn', () => {
  const changed = (shifts: Layout['shifts'], part: Partial<Layout>) =>
    onCallDays(layoutOf({ shifts, ...part }), BERLIN, '2026-11-24', 1)[0]?.bars[0]?.change;
  const stand = [shift(jana, '2026-11-24T07:00Z', '2026-11-24T17:00Z', true)];

  it('a swap names the person whose turn it was', () => {
    expect(changed(stand, { overrides: [override({})] })).toEqual({
      kind: 'replace',
      replacedContactId: tom,
    });
  });

  it('a cover stands besides', () => {
    const added = override({ kind: 'add', replacedContactId: null });
    expect(changed(stand, { overrides: [added] })).toEqual({ kind: 'add' });
  });

  it('a coverage stands instead of the schedule', () => {
    const { kind: _, contactId: __, replacedContactId: ___, ...window } = override({});
    expect(changed(stand, { coverages: [{ ...window, shifts: [] }] })).toEqual({ kind: 'coverage' });
  });

  it('an override of somebody else, or of another time, is not the reason', () => {
    const others = [
      override({ contactId: tom, replacedContactId: jana }),
      override({ startsAt: new Date('2026-11-25T00:00Z'), endsAt: new Date('2026-11-26T00:00Z') }),
      override({ kind: 'add', replacedContactId: null }),
    ];
    expect(changed(stand, { overrides: others })).toEqual({ kind: 'add' });
  });

  it('whoever has the turn needs no reason, whatever overrides there are', () => {
    const planned = [shift(jana, '2026-11-24T07:00Z', '2026-11-24T17:00Z')];
    expect(changed(planned, { overrides: [override({})] })).toBeNull();
  });
});
