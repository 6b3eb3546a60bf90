import type { CallOutcome } from '@/domain/calls/missing-outcomes';
import type { CallCard, Note, ReadBackResolution } from '@/domain/calls/model';
import type { OutboxEntry } from './outbox';
import { settledRemedies } from './settled-remedies';
import type { ShownFields } from './use-call-fields';

type Source = {
  call: CallCard;
  fields: ShownFields;
  notes: readonly Note[];
  entries: readonly OutboxEntry[];
  promiseCount: number;
  escalationCount: number;
};

/** What the caller said to the read-back, as it waits or as the server has it. */
function readBackOf(call: CallCard, entries: readonly OutboxEntry[]): ReadBackResolution | null {
  const pending = entries.find((entry) => entry.callId === call.id && entry.kind === 'readBack');
  return pending?.kind === 'readBack' ? pending.resolution : call.readBack;
}

/** Points of the log, those included that are on this computer only. */
export function pointsOf(
  callId: string,
  notes: readonly Note[],
  entries: readonly OutboxEntry[],
): { id: string; kind: Note['kind']; text: string }[] {
  const accepted = new Set(notes.map(({ id }) => id));
  const waiting = entries.flatMap((entry) => {
    if (entry.callId !== callId || entry.refusal !== null) return [];
    if (entry.kind !== 'note' && entry.kind !== 'question' && entry.kind !== 'abuse') return [];
    const kind = entry.kind === 'note' ? ('point' as const) : entry.kind;
    return accepted.has(entry.noteId) ? [] : [{ id: entry.noteId, kind, text: entry.text }];
  });
  return [...notes, ...waiting];
}

/** What the call has brought so far, with what is still on this computer. */
export function callOutcome({
  call,
  fields,
  notes,
  entries,
  promiseCount,
  escalationCount,
}: Source): CallOutcome {
  const points = pointsOf(call.id, notes, entries);
  return {
    callerName: fields.callerName,
    issue: fields.issue,
    requestedSolution: fields.requestedSolution,
    mood: fields.mood,
    apology: fields.apology,
    steps: fields.steps,
    readBack: readBackOf(call, entries),
    noteCount: points.length,
    remedyCount: settledRemedies(points, call.routineRemedies).size,
    promiseCount,
    escalationCount,
  };
}
