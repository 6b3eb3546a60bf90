import type { PromiseKind, PromiseOwner } from '@/domain/promises/model';
import type { DeskState } from './desk-state';
import type { OutboxEntry } from './outbox';

/** A promise of one call, as far as it is read out. */
export type CallPromise = {
  id: string;
  kind: PromiseKind;
  what: string;
  owner: PromiseOwner;
  dueAt: Date;
  /** On this computer only. */
  isWaiting: boolean;
};

/** What the caller was promised in this call, by deadline: what the server has, and what is on its way. */
export function promisesOfCall(
  state: DeskState,
  entries: readonly OutboxEntry[],
  callId: string,
): CallPromise[] {
  const known = Object.values(state.promises).filter(
    (promise) => promise.callId === callId && promise.state !== 'cancelled',
  );
  const accepted = new Set(known.map(({ id }) => id));
  const waiting = entries.flatMap((entry) =>
    entry.kind === 'promise' &&
    entry.callId === callId &&
    entry.refusal === null &&
    !accepted.has(entry.promiseId)
      ? [{ ...entry.promise, id: entry.promiseId, dueAt: new Date(entry.promise.dueAt), isWaiting: true }]
      : [],
  );
  return [
    ...known.map(({ id, kind, what, owner, dueAt }) => ({ id, kind, what, owner, dueAt, isWaiting: false })),
    ...waiting,
  ].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}
