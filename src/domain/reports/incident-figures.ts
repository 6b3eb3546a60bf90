import type { Mood } from '../calls/model';
import type { EscalationState } from '../escalations/model';
import type { PromiseState } from '../promises/model';
import type { QuestionState } from '../questions/model';
import { MINUTE } from '../../kernel/duration';
import type { CallFacts, EscalationLine, PromiseLine } from './incident-call';
import type { AcknowledgeSpan, CallFate, MoodCounts } from './model';

/** A statement of one version, in that version's words. */
export type StatementWords = {
  statementId: string;
  version: number;
  text: string;
  /** These words were taken back. */
  isWithdrawn: boolean;
};

/** How many calls were told a statement in the words of one version. */
export type ToldFigure = StatementWords & { calls: number };

/** A quarter of an hour in which a call rang. */
export type Quarter = { at: string; answered: number; abandoned: number; other: number };

/** The figures of an incident: every one of them counted from the same list of calls. */
export type IncidentFigures = {
  calls: number;
  /** Of those, the ones that did not ring under this briefing. */
  besides: number;
  fates: Record<CallFate, number>;
  /** Once a number; calls without one, each by itself. */
  callers: number;
  withoutNumber: number;
  /** Callers who rang more than once, and how often besides the first time. */
  repeatCallers: number;
  repeatCalls: number;
  /** Of those who were spoken with or wrote. */
  moodIn: MoodCounts;
  moodOut: MoodCounts;
  /** In order; a quarter without a call is left out. */
  quarters: Quarter[];
  /** By version, then in the order of its text; what nobody was told is left out. */
  told: ToldFigure[];
  questions: Record<QuestionState, number>;
  /** `overdue` are open, `keptLate` are kept. */
  promises: Record<PromiseState, number> & { overdue: number; keptLate: number };
  escalations: Record<EscalationState, number>;
  /** How long they went without an acknowledgement; together they are all escalations. */
  acknowledged: Record<AcknowledgeSpan, number>;
};

const QUARTER = 15 * MINUTE;

/**
 * Counts the calls of an incident.
 * @param asOf open promises that were due by then are overdue
 * @param statements in the order in which they shall be listed
 */
export function incidentFigures(
  calls: readonly CallFacts[],
  asOf: Date,
  statements: readonly StatementWords[],
): IncidentFigures {
  const fates: Record<CallFate, number> = { answered: 0, abandoned: 0, ringing: 0, written: 0 };
  const moods = { in: noMoods(), out: noMoods() };
  const questions: Record<QuestionState, number> = { open: 0, answered: 0, dismissed: 0 };
  const promises = { open: 0, kept: 0, broken: 0, renegotiated: 0, cancelled: 0, overdue: 0, keptLate: 0 };
  const escalations = { open: 0, acknowledged: 0, resolved: 0, cancelled: 0, unanswered: 0 };
  const acknowledged: Record<AcknowledgeSpan, number> = {
    '5_min': 0,
    '15_min': 0,
    '1_h': 0,
    longer: 0,
    none: 0,
  };
  const told = new Map<string, number>();
  for (const call of calls) {
    fates[call.fate] += 1;
    if (call.fate === 'answered' || call.fate === 'written') {
      moods.in[call.moodIn ?? 'unknown'] += 1;
      moods.out[call.moodOut ?? 'unknown'] += 1;
    }
    for (const { state } of call.questions) questions[state] += 1;
    for (const promise of call.promises) {
      promises[promise.state] += 1;
      if (isOverdue(promise, asOf)) promises.overdue += 1;
      if (isKeptLate(promise)) promises.keptLate += 1;
    }
    for (const escalation of call.escalations) {
      escalations[escalation.state] += 1;
      acknowledged[acknowledgeSpan(escalation)] += 1;
    }
    for (const line of call.told) told.set(toldKey(line), (told.get(toldKey(line)) ?? 0) + 1);
  }
  return {
    calls: calls.length,
    besides: calls.filter(({ isBesides }) => isBesides).length,
    fates,
    ...callersOf(calls),
    moodIn: moods.in,
    moodOut: moods.out,
    quarters: quartersOf(calls),
    told: toldFigures(told, statements),
    questions,
    promises,
    escalations,
    acknowledged,
  };
}

/** An open promise whose deadline has come. */
export function isOverdue({ state, dueAt }: Pick<PromiseLine, 'state' | 'dueAt'>, asOf: Date): boolean {
  return state === 'open' && Date.parse(dueAt) <= asOf.getTime();
}

/** Kept, and after its deadline. */
function isKeptLate({ state, dueAt, endedAt }: PromiseLine): boolean {
  return state === 'kept' && endedAt !== null && Date.parse(endedAt) > Date.parse(dueAt);
}

type Acknowledged = Pick<EscalationLine, 'startedAt' | 'acknowledgedAt'>;

/** How long an escalation went without an acknowledgement. */
function acknowledgeSpan({ startedAt, acknowledgedAt }: Acknowledged): AcknowledgeSpan {
  if (acknowledgedAt === null) return 'none';
  const span = Date.parse(acknowledgedAt) - Date.parse(startedAt);
  if (span <= 5 * MINUTE) return '5_min';
  if (span <= 15 * MINUTE) return '15_min';
  return span <= 60 * MINUTE ? '1_h' : 'longer';
}

/** What a statement of a version is called in a map of counts. */
export function toldKey({ statementId, version }: { statementId: string; version: number }): string {
  return `${version} ${statementId}`;
}

/** The statements that somebody was told, in the order given, with how many calls were. */
export function toldFigures(
  calls: ReadonlyMap<string, number>,
  statements: readonly StatementWords[],
): ToldFigure[] {
  return statements.flatMap((statement) => {
    const count = calls.get(toldKey(statement)) ?? 0;
    return count === 0 ? [] : [{ ...statement, calls: count }];
  });
}

function noMoods(): Record<Mood | 'unknown', number> {
  return { calm: 0, upset: 0, angry: 0, abusive: 0, unknown: 0 };
}

type Callers = Pick<IncidentFigures, 'callers' | 'withoutNumber' | 'repeatCallers' | 'repeatCalls'>;

function callersOf(calls: readonly CallFacts[]): Callers {
  const counts = new Map<string, number>();
  for (const { callerKey } of calls) {
    if (callerKey !== null) counts.set(callerKey, (counts.get(callerKey) ?? 0) + 1);
  }
  const withoutNumber = calls.filter(({ callerKey }) => callerKey === null).length;
  return {
    callers: counts.size + withoutNumber,
    withoutNumber,
    repeatCallers: [...counts.values()].filter((count) => count > 1).length,
    repeatCalls: calls.length - withoutNumber - counts.size,
  };
}

function quartersOf(calls: readonly CallFacts[]): Quarter[] {
  const found = new Map<number, Quarter>();
  for (const { ringAt, fate } of calls) {
    const start = Math.floor(Date.parse(ringAt) / QUARTER) * QUARTER;
    const quarter = found.get(start) ?? {
      at: new Date(start).toISOString(),
      answered: 0,
      abandoned: 0,
      other: 0,
    };
    quarter[fate === 'answered' || fate === 'abandoned' ? fate : 'other'] += 1;
    found.set(start, quarter);
  }
  return [...found].sort(([one], [other]) => one - other).map(([, quarter]) => quarter);
}
