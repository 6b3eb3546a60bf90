import type { CallFacts, CorrectionState } from './incident-call';

/** A statement that was taken back. */
export type TakenBack = {
  /** The recall. */
  id: string;
  statementId: string;
  version: number;
  text: string;
  /** null: nothing is said in its place. */
  correction: string | null;
  reason: string;
  at: string;
  byName: string;
  /** Whether those who were told are called back, and by when. */
  callBack: boolean;
  dueAt: string;
};

/** A statement that was taken back, and how far its correction has come. Callers are counted once a number. */
export type RecallLine = TakenBack & {
  callers: number;
  /** Told, and nobody can call them. */
  withoutNumber: number;
  kept: number;
  open: number;
  /** Called without reaching them, or not called. */
  unreached: number;
};

/** How far each recall has come, counted from the calls of its incident. */
export function takenBackLines(calls: readonly CallFacts[], recalls: readonly TakenBack[]): RecallLine[] {
  return recalls.map((recall) => {
    const states = new Map<string, CorrectionState>();
    for (const call of calls) {
      for (const { recall: own } of call.told) {
        if (own?.id === recall.id) states.set(call.phone ?? call.id, own.state);
      }
    }
    const count = (...wanted: CorrectionState[]) =>
      [...states.values()].filter((state) => wanted.includes(state)).length;
    return {
      ...recall,
      callers: states.size,
      withoutNumber: count('no_number'),
      kept: count('kept'),
      open: count('open'),
      unreached: count('broken', 'cancelled', 'renegotiated', 'not_called'),
    };
  });
}
