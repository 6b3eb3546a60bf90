import { after, HOUR, MINUTE } from '../../kernel/duration';
import type { PromiseOwner, RemindStage } from './model';
import { isOpenAt, lastSpanBefore, nextOpeningAt, type OpeningHours } from './opening-hours';

/*
 * Who is reminded of a promise, and when.
 *
 * Four times at the most. `ahead`: its owner, a quarter of the promised time before the deadline, but at least 10 minutes
 * and at most 2 hours. `warned`: the account managers, when half of that is left, so that somebody can step in before the
 * promise breaks. `due`: its owner, at the deadline. `overdue`: the account managers, 5 minutes after it. Of a promise
 * that is due within 20 minutes the owner is reminded when half of the time is over, and the account managers when three
 * quarters are: even the shortest promise is told of before it breaks.
 *
 * A deadline is an instant. Days of 23 and of 25 hours make the way to it shorter or longer, and nothing else.
 *
 * The answering service works round the clock; a client's people do not. What is ahead of a promise of theirs is told
 * while they work: where the planned time lies outside of their hours or on a holiday, half an hour before they close for
 * the last time before it, so that something can still be done; where that is over already, when they open next. Where
 * they do not work at all before the deadline, the planned time stands: a reminder on a free day is better than one when
 * it is too late. The account managers are warned half-way between it and the deadline where that moves it behind their
 * own time.
 */

export type Reminder = { stage: RemindStage; at: Date };

export type Reminded = {
  owner: PromiseOwner;
  givenAt: Date;
  dueAt: Date;
  /** When the client's people work. */
  hours: OpeningHours;
};

type Audience = 'owner' | 'account managers';

const SHORTEST_AHEAD = 10 * MINUTE;
const LONGEST_AHEAD = 2 * HOUR;
const OVERDUE_AFTER = 5 * MINUTE;
const BEFORE_CLOSING = 30 * MINUTE;

/** All reminders of a promise, in their order; what would come before it was given is left out. */
export function reminders(promise: Reminded): Reminder[] {
  const { givenAt, dueAt } = promise;
  const span = dueAt.getTime() - givenAt.getTime();
  const quarter = Math.min(Math.max(span / 4, SHORTEST_AHEAD), LONGEST_AHEAD);
  const lead = Math.floor(Math.min(quarter, span / 2));
  const atDeadline: Reminder[] = [
    { stage: 'due', at: dueAt },
    { stage: 'overdue', at: after(dueAt, OVERDUE_AFTER) },
  ];
  if (lead <= 1) return atDeadline;
  const ahead = withinHours(promise, after(dueAt, -lead));
  const left = Math.min(lead, dueAt.getTime() - ahead.getTime());
  return [
    { stage: 'ahead', at: ahead },
    { stage: 'warned', at: after(dueAt, -Math.floor(left / 2)) },
    ...atDeadline,
  ];
}

function withinHours({ owner, givenAt, dueAt, hours }: Reminded, planned: Date): Date {
  if (owner !== 'client' || isOpenAt(hours, planned)) return planned;
  const before = lastSpanBefore(hours, planned, givenAt);
  if (before !== null) {
    const early = after(before.closesAt, -BEFORE_CLOSING);
    const at = early < before.opensAt ? before.opensAt : early;
    if (at > givenAt) return at;
  }
  return nextOpeningAt(hours, planned, after(dueAt, -MINUTE)) ?? planned;
}

export function audienceOf(stage: RemindStage): Audience {
  return stage === 'ahead' || stage === 'due' ? 'owner' : 'account managers';
}

/** What somebody is told first of a promise that is given now. */
export function nextReminder(promise: Reminded, now: Date): Reminder | null {
  return reminders(promise).find(({ at }) => at > now) ?? reminders(promise).at(-1) ?? null;
}

/**
 * What is to be told now, and what next. Of several reminders that were missed while nobody was there to give them, each
 * side hears the latest alone.
 * @param from the first one that was not given yet
 */
export function remindersDue(
  promise: Reminded,
  from: RemindStage,
  now: Date,
): { told: Reminder[]; next: Reminder | null } {
  const order: readonly RemindStage[] = ['ahead', 'warned', 'due', 'overdue'];
  const left = reminders(promise).filter(({ stage }) => order.indexOf(stage) >= order.indexOf(from));
  const passed = left.filter(({ at }) => at <= now);
  const latest = (audience: Audience) => passed.findLast(({ stage }) => audienceOf(stage) === audience);
  const told = [latest('owner'), latest('account managers')]
    .filter((one) => one !== undefined)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  return { told, next: left.find(({ at }) => at > now) ?? null };
}
