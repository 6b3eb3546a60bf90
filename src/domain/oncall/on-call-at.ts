import type { ScheduleFacts } from './model';
import { scheduleReading } from './schedule-reading';

/**
 * Who is responsible at an instant: contact ids, each once, in the order of the rotations; nobody: an empty list.
 *
 * - Whoever has the turn in each rotation that applies; all of them together. Nobody before a rotation's first hand-over.
 *   A rotation with spans applies within them alone; on a client's holidays only spans that name `holiday` begin.
 * - Daily, weekly and monthly turns hand over at a wall time of the schedule's zone. A wall time that the clocks skip is
 *   as much later as they jump: one that falls on the beginning of the missing hour hands over the very moment of the
 *   jump. One that comes twice counts the first time. (Temporal's "compatible"; RFC 5545, section 3.3.5.)
 * - Hourly turns count elapsed hours from their first hand-over: none is missing or double when the clocks change.
 * - Monthly turns of the 29th to the 31st hand over on the last day of a month that has fewer.
 * - Then overrides: those that remove, then those that replace, then those that add.
 * - A coverage in force stands instead of the rotations and of the overrides that were made before it. An override made
 *   after it counts on top of it: what was said last counts. Nobody of its shifts: nobody is on call.
 */
export function onCallAt(facts: ScheduleFacts, at: Date): string[] {
  const instant = at.getTime();
  return scheduleReading(facts, instant, instant).peopleAt(instant);
}
