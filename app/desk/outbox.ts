import type { Language } from '@/domain/briefings/model';
import type { Mood, ReadBackResolution, Urgency } from '@/domain/calls/model';
import type { TryOutcome } from '@/domain/promises/model';

/** Fields of a call as they are typed. */
export type CallFields = {
  callerName?: string;
  mood?: Mood;
  urgency?: Urgency;
  requestedSolution?: string;
  intake?: Record<string, string>;
};

type CallChange =
  | { kind: 'note'; noteId: string; text: string }
  | { kind: 'question'; noteId: string; text: string }
  | { kind: 'told'; statementIds: string[]; briefingVersionId: string; language: Language }
  | { kind: 'readBack'; resolution: ReadBackResolution }
  | { kind: 'fields'; fields: CallFields }
  // Apart from the other fields: half a number is refused, and must not hold them up.
  | { kind: 'phone'; phone: string }
  | { kind: 'draft'; text: string };

/** What belongs to no call on this desk. */
type DeskChange =
  | { kind: 'reading'; briefingId: string; versionId: string; version: number; headline: string }
  | { kind: 'try'; callbackId: string; tryId: string; outcome: TryOutcome; note: string; caller: string };

export type OutboxChange = (CallChange & { callId: string }) | (DeskChange & { callId: null });

/**
 * One change that the server has not accepted yet. `key` names it on this computer: a later change of the
 * same fields joins the entry under its key, and `revision` tells whether it grew while an earlier state was on its way.
 * `refusal` says why the server will never take it as it is.
 */
export type OutboxEntry = OutboxChange & {
  key: string;
  revision: number;
  madeAt: number;
  refusal: string | null;
};

function keyOf(change: OutboxChange, madeAt: number): string {
  switch (change.kind) {
    case 'note':
    case 'question':
      return `${change.callId}/${change.kind}/${change.noteId}`;
    case 'told':
      return `${change.callId}/told/${change.briefingVersionId}/${madeAt}/${change.statementIds.join('+')}`;
    case 'reading':
      return `reading/${change.versionId}`;
    case 'try':
      return `try/${change.tryId}`;
    case 'readBack':
    case 'fields':
    case 'phone':
    case 'draft':
      return `${change.callId}/${change.kind}`;
  }
}

/** The entry for a change, joined with what already waits under its key. */
export function joined(entries: readonly OutboxEntry[], change: OutboxChange, madeAt: number): OutboxEntry {
  const key = keyOf(change, madeAt);
  const before = entries.find((entry) => entry.key === key);
  const fresh = {
    key,
    revision: (before?.revision ?? 0) + 1,
    madeAt: before?.madeAt ?? madeAt,
    refusal: null,
  };
  if (change.kind === 'fields' && before?.kind === 'fields') {
    return { ...change, fields: { ...before.fields, ...change.fields }, ...fresh };
  }
  return { ...change, ...fresh };
}

export type OutboxAction =
  | { type: 'put'; entry: OutboxEntry }
  /** The server accepted this revision; a later one stays. */
  | { type: 'accepted'; key: string; revision: number }
  | { type: 'refused'; key: string; revision: number; words: string }
  | { type: 'dropped'; key: string };

export function outboxReducer(entries: readonly OutboxEntry[], action: OutboxAction): readonly OutboxEntry[] {
  switch (action.type) {
    case 'put': {
      const position = entries.findIndex((entry) => entry.key === action.entry.key);
      return position === -1 ? [...entries, action.entry] : entries.with(position, action.entry);
    }
    case 'accepted':
      return entries.filter((entry) => entry.key !== action.key || entry.revision !== action.revision);
    case 'refused':
      return entries.map((entry) =>
        entry.key === action.key && entry.revision === action.revision
          ? { ...entry, refusal: action.words }
          : entry,
      );
    case 'dropped':
      return entries.filter((entry) => entry.key !== action.key);
  }
}

/** What is to be sent next, oldest first; refused entries wait for a person. */
export function sendable(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return entries.filter((entry) => entry.refusal === null).sort((a, b) => a.madeAt - b.madeAt);
}

/** The latest value of each field of a call that is still on this computer only. */
export function pendingFields(entries: readonly OutboxEntry[], callId: string): CallFields {
  const entry = entries.find((one) => one.callId === callId && one.kind === 'fields');
  return entry?.kind === 'fields' ? entry.fields : {};
}
