// The figures of reports, counted the slow way: row by row, each on the wall of its own zone.
import type { OutcomeGroup, WaitCount } from '../../src/domain/reports/model';
import type {
  AcknowledgementFigures,
  LevelFigures,
  MinuteFigures,
  PromiseFigures,
} from '../../src/domain/reports/report-figures';
import { callFigures } from '../../src/domain/reports/service-level';
import type { ServiceRules } from '../../src/domain/tenancy/model';
import type { CallRow, EscalationRow, PromiseRow } from './random-calls';

const walls = new Map<string, Intl.DateTimeFormat>();

/** "2026-03-29" */
export function dateOn(at: Date, timeZone: string): string {
  const wall = walls.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  walls.set(timeZone, wall);
  return wall.format(at);
}

export type Asked = { from: string; to: string; clientId?: string | undefined };

export function onTheDays<Row extends { client_id: string | null; time_zone: string }>(
  rows: readonly Row[],
  at: (row: Row) => Date,
  { from, to, clientId }: Asked,
): Row[] {
  return rows.filter((row) => {
    const date = dateOn(at(row), row.time_zone);
    return date >= from && date <= to && (clientId === undefined || row.client_id === clientId);
  });
}

/** Rounded to the millisecond, where floating point has nothing more to say. */
const exact = (milliseconds: number) => Math.round(milliseconds) / 1_000;
const total = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);
const span = (from: Date, to: Date) => Math.max(0, Number(to) - Number(from));

export function slowLevel(calls: readonly CallRow[], rules: ServiceRules): LevelFigures {
  const waits: WaitCount[] = [];
  const [answers, talks, wraps]: [number[], number[], number[]] = [[], [], []];
  for (const { channel, ring_at, answered_at, ended_at, abandoned_at, closed_at } of calls) {
    if (channel !== 'phone') continue;
    const gaveUp = abandoned_at ?? ended_at;
    if (answered_at === null && gaveUp === null && closed_at !== null) continue;
    const waited = span(ring_at, answered_at ?? gaveUp ?? ring_at);
    const kind = answered_at !== null ? 'answered' : gaveUp !== null ? 'abandoned' : 'waiting';
    waits.push({ kind, waitedSeconds: Math.ceil(waited / 1_000), calls: 1, totalSeconds: 0 });
    if (answered_at === null) continue;
    answers.push(waited);
    if (ended_at === null) continue;
    talks.push(span(answered_at, ended_at));
    if (closed_at !== null) wraps.push(span(ended_at, closed_at));
  }
  return {
    ...callFigures(waits, rules),
    answerSeconds: exact(total(answers)),
    talked: talks.length,
    talkSeconds: exact(total(talks)),
    wrapped: wraps.length,
    wrapSeconds: exact(total(wraps)),
  };
}

export function slowMinutes(calls: readonly CallRow[], rules: ServiceRules): MinuteFigures {
  const worked = calls.flatMap(({ channel, answered_at, ended_at, closed_at }) =>
    answered_at === null || closed_at === null
      ? []
      : [{ channel, took: span(answered_at, new Date(Math.max(Number(closed_at), Number(ended_at ?? 0)))) }],
  );
  const billed = worked.map(({ took }) => {
    let seconds = 0;
    while (seconds * 1_000 < took) seconds += rules.billingStepSeconds;
    return Math.max(seconds, rules.billingLeastSeconds);
  });
  return {
    calls: worked.filter(({ channel }) => channel === 'phone').length,
    complaints: worked.filter(({ channel }) => channel === 'email').length,
    operatorSeconds: exact(total(worked.map(({ took }) => took))),
    billedSeconds: total(billed),
    unfinished: calls.filter(({ answered_at, closed_at }) => answered_at !== null && closed_at === null)
      .length,
  };
}

export function slowPromises(promises: readonly PromiseRow[], now: Date): PromiseFigures {
  const of = (is: (promise: PromiseRow) => boolean) => promises.filter(is).length;
  const isLate = ({ ended_at, due_at }: PromiseRow) => ended_at === null || ended_at > due_at;
  return {
    due: promises.length,
    keptInTime: of((promise) => promise.state === 'kept' && !isLate(promise)),
    keptLate: of((promise) => promise.state === 'kept' && isLate(promise)),
    broken: of(({ state }) => state === 'broken'),
    overdue: of(({ state, due_at }) => state === 'open' && due_at < now),
    open: of(({ state, due_at }) => state === 'open' && due_at >= now),
    renegotiated: of(({ state }) => state === 'renegotiated'),
    cancelled: of(({ state }) => state === 'cancelled'),
  };
}

/** The least that so large a share of them does not exceed. */
function atRank(sorted: readonly number[], percent: number): number | null {
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? null;
}

export function slowAcknowledgement(escalations: readonly EscalationRow[]): AcknowledgementFigures {
  const seconds = escalations
    .flatMap(({ started_at, acknowledged_at }) =>
      acknowledged_at === null ? [] : [Math.ceil(span(started_at, acknowledged_at) / 1_000)],
    )
    .toSorted((a, b) => a - b);
  return {
    escalations: escalations.length,
    acknowledged: seconds.length,
    p50Seconds: atRank(seconds, 50),
    p95Seconds: atRank(seconds, 95),
  };
}

const order = ['calm', 'upset', 'angry', 'abusive'];

export function slowOutcome(
  calls: readonly (CallRow & { rang_again_at: Date | null })[],
  promises: readonly PromiseRow[],
  now: Date,
): Omit<OutcomeGroup, 'key' | 'name'> {
  const moodsOf = (mood: (call: CallRow) => string | null) => {
    const of = (wanted: string | null) => calls.filter((call) => mood(call) === wanted).length;
    return {
      calm: of('calm'),
      upset: of('upset'),
      angry: of('angry'),
      abusive: of('abusive'),
      unknown: of(null),
    };
  };
  const troubled = calls.filter(
    ({ mood_at_start, mood }) => mood_at_start !== null && mood_at_start !== 'calm' && mood !== null,
  );
  const known = calls.filter(
    ({ is_ani_valid, ring_at }) => is_ani_valid && Number(ring_at) <= Number(now) - 86_400_000,
  );
  const lengths = calls
    .flatMap(({ answered_at, ended_at }) =>
      answered_at === null || ended_at === null ? [] : [Math.floor(span(answered_at, ended_at) / 1_000)],
    )
    .toSorted((a, b) => a - b);
  const ids = new Set(calls.map(({ id }) => id));
  const given = promises.filter(({ reason, call_id }) => reason === 'call' && ids.has(call_id));
  const inState = (state: string) => given.filter((promise) => promise.state === state).length;
  return {
    calls: calls.length,
    moodIn: moodsOf(({ mood_at_start }) => mood_at_start),
    moodOut: moodsOf(({ mood }) => mood),
    calmed: {
      count: troubled.filter(
        ({ mood, mood_at_start }) => order.indexOf(mood ?? '') < order.indexOf(mood_at_start ?? ''),
      ).length,
      of: troubled.length,
    },
    rangAgain: {
      count: known.filter(({ rang_again_at }) => rang_again_at !== null).length,
      of: known.length,
    },
    abusive: { count: calls.filter(({ abuse_count }) => abuse_count > 0).length, of: calls.length },
    medianSeconds: atRank(lengths, 50),
    p90Seconds: atRank(lengths, 90),
    timed: lengths.length,
    promises: {
      given: given.length,
      kept: inState('kept'),
      broken: inState('broken'),
      open: inState('open'),
    },
  };
}
