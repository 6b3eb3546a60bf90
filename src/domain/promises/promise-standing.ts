import type { PromiseCard, PromiseStanding } from './model';

/** Where a promise stands at an instant. At the deadline itself it is neither overdue nor late yet. */
export function promiseStanding(
  { state, dueAt, endedAt }: Pick<PromiseCard, 'state' | 'dueAt' | 'endedAt'>,
  now: Date,
): PromiseStanding {
  if (state === 'open') return dueAt < now ? 'overdue' : 'open';
  if (state === 'kept') return endedAt !== null && endedAt > dueAt ? 'kept_late' : 'kept';
  return state;
}
