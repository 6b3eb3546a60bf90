import type { Language } from '@/domain/briefings/model';
import type { Mood, ReadBackResolution, Urgency } from '@/domain/calls/model';
import type { ApologyKind } from '@/domain/playbooks/model';
import type { PromiseKind, PromiseOwner, TryOutcome } from '@/domain/promises/model';

/** Fields of a call as they are typed. */
export type CallFields = {
  callerName?: string;
  mood?: Mood;
  urgency?: Urgency;
  requestedSolution?: string;
  intake?: Record<string, string>;
  issue?: string;
  apology?: ApologyKind | null;
  callTypeId?: string | null;
  /** Steps of the playbook, by id: done or not. */
  steps?: Record<string, boolean>;
};

/** What the caller was promised; `dueAt` is an instant, RFC 3339. `callerTimeZone`: only what the caller said. */
export type PromiseWords = {
  kind: PromiseKind;
  what: string;
  owner: PromiseOwner;
  dueAt: string;
  callerTimeZone?: string;
};

type CallChange =
  /** A correction may come after the close, and name the point that it corrects. */
  | { kind: 'note'; noteId: string; text: string; noteKind?: 'point' | 'correction'; correctsNoteId?: string }
  | { kind: 'question'; noteId: string; text: string }
  /** The boundary was named. */
  | { kind: 'abuse'; noteId: string; text: string }
  | { kind: 'promise'; promiseId: string; promise: PromiseWords }
  | { kind: 'told'; statementIds: string[]; briefingVersionId: string; language: Language }
  | { kind: 'readBack'; resolution: ReadBackResolution }
  | { kind: 'fields'; fields: CallFields }
  // Apart from the other fields: half a number is refused, and must not hold them up.
  | { kind: 'phone'; phone: string }
  /** `draftDeskId` names the window it was typed in, where that was another one. */
  | { kind: 'draft'; text: string; draftDeskId?: string };

/** What belongs to no call on this desk. */
type DeskChange =
  | { kind: 'reading'; briefingId: string; versionId: string; version: number; headline: string }
  | { kind: 'kept'; promiseId: string; evidence: string; what: string }
  /** `inCallId`: the caller rang in, and was told in that call. */
  | {
      kind: 'try';
      callbackId: string;
      tryId: string;
      outcome: TryOutcome;
      note: string;
      caller: string;
      inCallId?: string;
    };

export type OutboxChange = (CallChange & { callId: string }) | (DeskChange & { callId: null });

/**
 * One change that the server has not accepted yet. `key` names it on this computer: a later change of the
 * same fields joins the entry under its key, and `revision` tells whether it grew while an earlier state was on its way.
 * `refusal` says why the server will never take it as it is.
 */
export type OutboxEntry = OutboxChange & {
  key: string;
  /** The window in which it was made, and which sends it as long as it lives. */
  deskId: string;
  /** The order in which changes were made, whatever the clock of this computer did: it grows only. */
  seq: number;
  revision: number;
  madeAt: number;
  refusal: string | null;
};

export type Stamp = { deskId: string; seq: number; madeAt: number };

/**
 * The number of the next change: the time in milliseconds, or one more than the highest number so far where the clock
 * has not moved on. So what a crashed window left comes before what is written after it.
 */
export function nextSeq(entries: readonly OutboxEntry[], last: number, now: number): number {
  return entries.reduce((highest, { seq }) => Math.max(highest, seq + 1), Math.max(last + 1, now));
}

function keyOf(change: OutboxChange, { deskId, seq }: Stamp): string {
  switch (change.kind) {
    case 'note':
    case 'question':
    case 'abuse':
      return `${change.callId}/${change.kind}/${change.noteId}`;
    case 'promise':
      return `promise/${change.promiseId}`;
    case 'told':
      return `${change.callId}/told/${change.briefingVersionId}/${seq}/${change.statementIds.join('+')}`;
    case 'reading':
      return `reading/${change.versionId}`;
    case 'kept':
      return `kept/${change.promiseId}`;
    case 'try':
      return `try/${change.tryId}`;
    case 'draft':
      return draftKey(change.callId, change.draftDeskId ?? deskId);
    case 'readBack':
    case 'fields':
    case 'phone':
      return `${change.callId}/${change.kind}/${deskId}`;
  }
}

/** What one window was typing into the notes field of one call. */
export const draftKey = (callId: string, deskId: string) => `${callId}/draft/${deskId}`;

/** Later fields over earlier ones; intake and steps by their own names. */
export function mergedFields(before: CallFields, after: CallFields): CallFields {
  return {
    ...before,
    ...after,
    ...((before.intake ?? after.intake) && { intake: { ...before.intake, ...after.intake } }),
    ...((before.steps ?? after.steps) && { steps: { ...before.steps, ...after.steps } }),
  };
}

/** The entry for a change, joined with what already waits under its key, whose window and place in the order it keeps. */
export function joined(entries: readonly OutboxEntry[], change: OutboxChange, stamp: Stamp): OutboxEntry {
  const key = keyOf(change, stamp);
  const before = entries.find((entry) => entry.key === key);
  const fresh = {
    key,
    deskId: before?.deskId ?? stamp.deskId,
    seq: before?.seq ?? stamp.seq,
    madeAt: before?.madeAt ?? stamp.madeAt,
    revision: (before?.revision ?? 0) + 1,
    refusal: null,
  };
  if (change.kind === 'fields' && before?.kind === 'fields') {
    return { ...change, fields: mergedFields(before.fields, change.fields), ...fresh };
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

const logKinds: ReadonlySet<OutboxEntry['kind']> = new Set(['note', 'question', 'abuse', 'told']);

/**
 * What is to be sent next, in the order made; refused entries wait for a person. What was postponed is left out, and
 * with it whatever belongs after it in the same log.
 */
export function sendable(
  entries: readonly OutboxEntry[],
  postponed: ReadonlySet<string> = new Set(),
): OutboxEntry[] {
  const held = new Set<string>();
  return inOrder(entries).filter((entry) => {
    if (entry.refusal !== null) return false;
    const row = rowOf(entry);
    if (postponed.has(entry.key)) {
      if (row !== null) held.add(row);
      return false;
    }
    return row === null || !held.has(row);
  });
}

/** What has to arrive in the order in which it was made: the points of a log, and the states of one field. */
function rowOf({ kind, callId }: OutboxEntry): string | null {
  if (callId === null) return null;
  return logKinds.has(kind) ? callId : `${callId}/${kind}`;
}

/** The entries, those of one window moved behind all of the others given, where they do not stand there already. */
export function afterSeq(
  entries: readonly OutboxEntry[],
  others: readonly OutboxEntry[],
  deskId: string,
): readonly OutboxEntry[] {
  const last = Math.max(...others.map(({ seq }) => seq));
  const own = inOrder(entries).filter((entry) => entry.deskId === deskId);
  if (own.every(({ seq }) => seq > last)) return entries;
  const moved = own.map((entry, place) => ({ ...entry, seq: last + 1 + place }));
  return [...entries.filter((entry) => entry.deskId !== deskId), ...moved];
}

/** As they were made. */
export function inOrder(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return [...entries].sort((a, b) => a.seq - b.seq);
}

/** The latest value of each field of a call that is still on this computer only. */
export function pendingFields(entries: readonly OutboxEntry[], callId: string): CallFields {
  return inOrder(entries).reduce<CallFields>(
    (fields, entry) =>
      entry.callId === callId && entry.kind === 'fields' ? mergedFields(fields, entry.fields) : fields,
    {},
  );
}
