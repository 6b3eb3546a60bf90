// Scores of calls: a percentage nobody can argue with, and results that rank nobody.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formLines, lineProblems } from '../../src/domain/coaching/form-lines';
import { fewestToAverage, marks, usualCriteria, type Mark } from '../../src/domain/coaching/model';
import { operatorResults, type ScoreCount } from '../../src/domain/coaching/operator-results';
import { percentMet } from '../../src/domain/coaching/percent-met';
import { periodsOf } from '../../src/domain/coaching/periods-of';
import { HOUR } from '../../src/kernel/duration';

const mark = fc.constantFrom(...marks);
const line = fc.record({ weight: fc.integer({ min: 1, max: 10 }), mark });
const lines = fc.array(line, { minLength: 1, maxLength: 20 });
const isApplied = ({ mark: given }: { mark: Mark }) => given !== 'not_applicable';

describe('the percentage', () => {
  it.each<[string, [number, Mark][], number | null]>([
    [
      'all met',
      [
        [2, 'met'],
        [3, 'met'],
      ],
      100,
    ],
    [
      'all missed',
      [
        [2, 'missed'],
        [3, 'missed'],
      ],
      0,
    ],
    [
      'the heavier criterion missed',
      [
        [1, 'met'],
        [3, 'missed'],
      ],
      25,
    ],
    ['half of one met', [[1, 'partly']], 50],
    [
      'what does not apply left out',
      [
        [1, 'met'],
        [9, 'not_applicable'],
      ],
      100,
    ],
    ['nothing applied', [[4, 'not_applicable']], null],
  ])('%s', (_, given, percent) => {
    expect(percentMet(given.map(([weight, one]) => ({ weight, mark: one })))).toBe(percent);
  });

  it('lies between 0 and 100, and is not there exactly where nothing applied', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const percent = percentMet(given);
        expect(percent === null).toBe(!given.some(isApplied));
        if (percent === null) return;
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(Number.isInteger(percent)).toBe(true);
      }),
    );
  });

  it('is 100 only where everything was met, and 0 only where all was missed', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const applied = given.filter(isApplied);
        const percent = percentMet(given);
        if (applied.length === 0) return;
        expect(percent === 100).toBe(applied.every((one) => one.mark === 'met'));
        expect(percent === 0).toBe(applied.every((one) => one.mark === 'missed'));
      }),
    );
  });

  it('never falls when a mark gets better, and does not change with the order or what does not apply', () => {
    const better: Record<Mark, Mark> = {
      missed: 'partly',
      partly: 'met',
      met: 'met',
      not_applicable: 'not_applicable',
    };
    fc.assert(
      fc.property(lines, fc.nat(), (given, at) => {
        const n = at % given.length;
        const percent = percentMet(given);
        const raised = given.map((one, place) => (place === n ? { ...one, mark: better[one.mark] } : one));
        expect(percentMet(raised) ?? 0).toBeGreaterThanOrEqual(percent ?? 0);
        expect(percentMet(given.toReversed())).toBe(percent);
        expect(percentMet([...given, { weight: 10, mark: 'not_applicable' }])).toBe(percent);
      }),
    );
  });
});

describe('the form', () => {
  const filled = (own: Mark, words = '') =>
    usualCriteria.map(({ id }) => ({ criterionId: id, mark: own, words }));

  it('is filled in when each criterion is marked, and what was missed is said', () => {
    expect(lineProblems(usualCriteria, filled('met'))).toEqual([]);
    expect(lineProblems(usualCriteria, filled('missed', 'Did not.'))).toEqual([]);
    expect(lineProblems(usualCriteria, filled('missed')).map(({ field }) => field)).toEqual(
      usualCriteria.map(({ id }) => `lines.${id}.words`),
    );
  });

  it('names what is left out, marked twice or not in it', () => {
    const [first, second, ...rest] = filled('met');
    if (first === undefined || second === undefined) throw new Error('The trade has criteria.');
    expect(lineProblems(usualCriteria, [first, ...rest])).toEqual([
      { field: 'lines.greeting.mark', words: 'Mark “Greeting as written”, or say that it does not apply.' },
    ]);
    expect(lineProblems(usualCriteria, [first, second, ...rest, first])).toMatchObject([
      { field: 'lines.answer.mark', words: 'Mark each criterion once.' },
    ]);
    const unknown = { ...first, criterionId: 'charm' };
    expect(lineProblems(usualCriteria, [first, second, ...rest, unknown])).toMatchObject([
      { field: 'lines.charm.mark', words: 'The form has no such criterion.' },
    ]);
  });

  it('keeps the criteria as they are, in the order of the form', () => {
    const scored = formLines(usualCriteria, filled('partly', 'Nearly.').toReversed());
    expect(scored).toEqual(usualCriteria.map((one) => ({ ...one, mark: 'partly', words: 'Nearly.' })));
  });
});

describe('the periods of the results', () => {
  const span = fc
    .record({ day: fc.integer({ min: 0, max: 800 }), days: fc.integer({ min: 0, max: 365 }) })
    .map(({ day: first, days }) => {
      const date = (n: number) => new Date(Date.UTC(2025, 11, 1 + n)).toISOString().slice(0, 10);
      return { from: date(first), to: date(first + days) };
    });
  const by = fc.constantFrom('week' as const, 'month' as const);
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');

  it('follow one another without a gap, from the first day to the last', () => {
    fc.assert(
      fc.property(span, by, zone, (asked, unit, timeZone) => {
        const periods = periodsOf({ ...asked, by: unit }, timeZone);
        expect(periods[0]?.from).toBe(asked.from);
        expect(periods.at(-1)?.to).toBe(asked.to);
        periods.slice(1).forEach((period, n) => expect(period.startsAt).toEqual(periods[n]?.endsAt));
        expect(periods.length).toBeLessThanOrEqual(unit === 'week' ? 54 : 13);
      }),
    );
  });

  it('are as long as the clocks make them', () => {
    const asked = { from: '2026-03-23', to: '2026-03-29', by: 'week' as const };
    const hours = (timeZone: string, when = asked) => {
      const [week] = periodsOf(when, timeZone);
      return ((week?.endsAt.getTime() ?? 0) - (week?.startsAt.getTime() ?? 0)) / HOUR;
    };
    expect(hours('UTC')).toBe(168);
    expect(hours('Europe/Berlin')).toBe(167);
    expect(hours('Europe/Berlin', { ...asked, from: '2026-10-19', to: '2026-10-25' })).toBe(169);
  });

  it('begin on Mondays, or on the first', () => {
    const asked = { from: '2026-11-04', to: '2026-12-02' };
    expect(periodsOf({ ...asked, by: 'week' }, 'UTC').map(({ from }) => from)).toEqual([
      '2026-11-04',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
    expect(periodsOf({ ...asked, by: 'month' }, 'UTC').map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-04', '2026-11-30'],
      ['2026-12-01', '2026-12-02'],
    ]);
  });
});

describe('the results', () => {
  const count = (given: Partial<ScoreCount>): ScoreCount => ({
    operatorId: 'a',
    name: 'Ada',
    period: 0,
    scores: 1,
    counted: 1,
    percentSum: 80,
    seen: 0,
    answered: 0,
    ...given,
  });
  const results = (counts: ScoreCount[]) =>
    operatorResults({ counts, marks: [], criteria: usualCriteria, periods: 2 });

  it('stand by name, whoever scored best', () => {
    const counts = [
      count({ operatorId: 'z', name: 'Zoe', scores: 9, counted: 9, percentSum: 900 }),
      count({ operatorId: 'm', name: 'Max', scores: 9, counted: 9, percentSum: 90 }),
      count({}),
    ];
    expect(results(counts).map(({ name }) => name)).toEqual(['Ada', 'Max', 'Zoe']);
  });

  it(`tell no average of fewer than ${fewestToAverage} calls, but always how many there were`, () => {
    const [few] = results([count({ scores: 6, counted: 4, percentSum: 300 })]);
    expect(few).toMatchObject({ scores: 6, percent: null });
    const [enough] = results([
      count({ scores: 3, counted: 3, percentSum: 240 }),
      count({ period: 1, scores: 3, counted: 2, percentSum: 110 }),
    ]);
    expect(enough).toMatchObject({
      scores: 6,
      percent: 70,
      periods: [
        { scores: 3, percent: null },
        { scores: 3, percent: null },
      ],
    });
  });

  it('count marks by criterion, in the order of the form, those of former forms last', () => {
    const of = (id: string, given: Mark, n: number) => ({
      operatorId: 'a',
      id,
      name: `was ${id}`,
      mark: given,
      count: n,
    });
    const [ada] = operatorResults({
      counts: [count({})],
      marks: [
        of('charm', 'met', 2),
        of('greeting', 'missed', 1),
        of('answer', 'met', 3),
        of('answer', 'partly', 1),
      ],
      criteria: usualCriteria,
      periods: 1,
    });
    expect(ada?.criteria).toEqual([
      { id: 'answer', name: 'Answer time', counts: { met: 3, partly: 1, missed: 0, not_applicable: 0 } },
      {
        id: 'greeting',
        name: 'Greeting as written',
        counts: { met: 0, partly: 0, missed: 1, not_applicable: 0 },
      },
      { id: 'charm', name: 'was charm', counts: { met: 2, partly: 0, missed: 0, not_applicable: 0 } },
    ]);
  });
});
