import type { ScheduleStatus } from '@/domain/oncall/model';
import { MINUTE, SECOND } from '@/kernel/duration';

/**
 * After how many milliseconds who is on call has to be read again: at the next hand-over, because time alone tells
 * nobody of it; at least every ten minutes, so that gaps come into sight.
 */
export function nextLookMs(statuses: readonly Pick<ScheduleStatus, 'at' | 'until'>[] | undefined): number {
  const waits = (statuses ?? []).flatMap(({ at, until }) =>
    until === null ? [] : [until.getTime() - at.getTime() + SECOND],
  );
  return Math.max(SECOND, Math.min(10 * MINUTE, ...waits));
}
