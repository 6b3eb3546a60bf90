import { after, MINUTE } from '../../kernel/duration';

const AHEAD = 10 * MINUTE;

/** When the author is first reminded of the announced update: ten minutes ahead; null where none is announced. */
export function firstReminderAt(nextUpdateDueAt: string | null, now: Date): Date | null {
  if (nextUpdateDueAt === null) return null;
  const dueAt = new Date(nextUpdateDueAt);
  if (dueAt <= now) return null;
  const ahead = after(dueAt, -AHEAD);
  return ahead > now ? ahead : dueAt;
}

/** After a reminder: once more when the update is overdue, then never again. */
export function nextReminderAt(nextUpdateDueAt: string | null, now: Date): Date | null {
  if (nextUpdateDueAt === null) return null;
  const dueAt = new Date(nextUpdateDueAt);
  return dueAt > now ? dueAt : null;
}
