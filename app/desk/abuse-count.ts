import type { CallCard, Note } from '@/domain/calls/model';
import { pointsOf } from './call-outcome';
import type { OutboxEntry } from './outbox';

/** How often the boundary was named in this call: what the server counts, or the log tells with what is on its way. */
export function abuseCount(call: CallCard, notes: readonly Note[], entries: readonly OutboxEntry[]): number {
  const told = pointsOf(call.id, notes, entries).filter(({ kind }) => kind === 'abuse');
  return Math.max(call.abuseCount, told.length);
}

/** "named 1 of 2 times". */
export function abuseWords(count: number, limit: number): string {
  if (count === 0) return 'not named yet';
  const times = count === 1 ? 'time' : 'times';
  return limit === 0 || count > limit ? `named ${count} ${times}` : `named ${count} of ${limit} times`;
}
