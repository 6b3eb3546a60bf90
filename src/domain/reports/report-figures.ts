import type { ServiceRules } from '../tenancy/model';
import type { CallFigures } from './model';

/** Telephone calls that rang on these days: how they were answered, and what work they left. */
export type LevelFigures = CallFigures & {
  /** Ended calls that were answered, and how long the two talked. */
  talked: number;
  talkSeconds: number;
  /** Of them those whose wrap-up is over, and how long that took: the after-call work. */
  wrapped: number;
  wrapSeconds: number;
};

/** The work that is billed: calls that were answered and whose wrap-up is over. */
export type MinuteFigures = {
  /** By telephone, and complaints in writing. */
  calls: number;
  complaints: number;
  /** From the answer to the end of the wrap-up, exactly, and each rounded as the service rules say. */
  operatorSeconds: number;
  billedSeconds: number;
  /** Answered and not wrapped up yet: not in the figures above. */
  unfinished: number;
};

/** Promises that were due on these days. */
export type PromiseFigures = {
  due: number;
  keptInTime: number;
  /** Done, but after the deadline. */
  keptLate: number;
  broken: number;
  /** Open, and the deadline has passed. */
  overdue: number;
  open: number;
  /** Another stands in their place, as the caller agreed: neither kept nor broken. */
  renegotiated: number;
  /** Void: neither kept nor broken. */
  cancelled: number;
};

/** Escalations that began on these days. */
export type AcknowledgementFigures = {
  escalations: number;
  acknowledged: number;
  /** Half, and 95 in 100, of the acknowledged were acknowledged within so many seconds, rounded up; null: none was. */
  p50Seconds: number | null;
  p95Seconds: number | null;
};

export type ReportFigures = {
  level: LevelFigures;
  minutes: MinuteFigures;
  promises: PromiseFigures;
  acknowledgement: AcknowledgementFigures;
};

/** A day, a client, or a day of a client. */
export type ReportRow<Figures> = {
  /** "2026-03-29"; null: all days. */
  day: string | null;
  /** null: all clients, or numbers that belong to none. */
  clientId: string | null;
  /** '' where the row is of all clients. */
  clientName: string;
  figures: Figures;
};

export type Report<Figures> = {
  rows: ReportRow<Figures>[];
  total: Figures;
  /** Whether there are more clients than are shown; those with the most are. */
  isCut: boolean;
  /** Where the clocks hang by which days begin: the clients' zones, the one of the most clients first. */
  timeZones: string[];
  /** By which service level and billing are counted. */
  rules: ServiceRules;
};

const noFigures: ReportFigures = {
  level: {
    received: 0,
    answered: 0,
    abandoned: 0,
    inTime: 0,
    counted: 0,
    answerSeconds: 0,
    talked: 0,
    talkSeconds: 0,
    wrapped: 0,
    wrapSeconds: 0,
  },
  minutes: { calls: 0, complaints: 0, operatorSeconds: 0, billedSeconds: 0, unfinished: 0 },
  promises: {
    due: 0,
    keptInTime: 0,
    keptLate: 0,
    broken: 0,
    overdue: 0,
    open: 0,
    renegotiated: 0,
    cancelled: 0,
  },
  acknowledgement: { escalations: 0, acknowledged: 0, p50Seconds: null, p95Seconds: null },
};

/** The figures of no calls at all. */
export function figuresOfNone<Kind extends keyof ReportFigures>(kind: Kind): ReportFigures[Kind] {
  return { ...noFigures[kind] };
}

/** Together; for figures that are counts and sums. (Percentiles of parts say nothing about the whole.) */
export function addUp<Figures extends object>(none: Figures, parts: readonly Figures[]): Figures {
  const numbersOf = (figures: Figures) => Object.entries(figures) as [string, number][];
  const sums = new Map(numbersOf(none));
  for (const [name, value] of parts.flatMap(numbersOf)) sums.set(name, (sums.get(name) ?? 0) + value);
  return Object.fromEntries(sums) as Figures;
}

/** ACW: the average wrap-up in seconds; null where none is over. */
export function averageWrapUp({ wrapSeconds, wrapped }: LevelFigures): number | null {
  return wrapped === 0 ? null : wrapSeconds / wrapped;
}

/** Promises whose end is known, or whose time has run out: the kept in time ÷ these is the share that was kept. */
export function decidedPromises({ keptInTime, keptLate, broken, overdue }: PromiseFigures): number {
  return keptInTime + keptLate + broken + overdue;
}

/** How many there are of what is counted. */
export function sizeOf(figures: ReportFigures[keyof ReportFigures]): number {
  if ('received' in figures) return figures.received;
  if ('due' in figures) return figures.due;
  if ('escalations' in figures) return figures.escalations;
  return figures.calls + figures.complaints + figures.unfinished;
}
