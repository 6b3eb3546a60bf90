import type { CallState } from './model';

type Instants = {
  answeredAt: Date | null;
  endedAt: Date | null;
  abandonedAt: Date | null;
  closedAt: Date | null;
};

/**
 * A call's state follows from what has happened, not from the order in which it was reported: switches repeat and
 * reorder their events. The generated column `calls.state` is the same rule in SQL.
 */
export function callState({ answeredAt, endedAt, abandonedAt, closedAt }: Instants): CallState {
  if (closedAt !== null) return 'closed';
  if (answeredAt === null) return abandonedAt !== null || endedAt !== null ? 'abandoned' : 'ringing';
  return endedAt !== null ? 'wrap_up' : 'live';
}
