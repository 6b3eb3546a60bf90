import { createHash } from 'node:crypto';
import { after, MINUTE, SECOND } from '../../kernel/duration';
import type { Delivery } from './claimed-delivery';
import type { Channel } from './model';

/** What the carrier takes from the whole installation. */
export type SendLimits = { smsPerSecond: number; callsPerSecond: number };

/** So many messages in so many milliseconds. */
export type Budget = { key: string; points: number; window: number };

const EACH_ADDRESS: Record<Channel, { points: number; window: number }> = {
  email: { points: 5, window: MINUTE },
  chat: { points: 5, window: MINUTE },
  sms: { points: 3, window: MINUTE },
  voice: { points: 1, window: MINUTE },
  push: { points: 10, window: MINUTE },
  app: { points: 10, window: MINUTE },
  webhook: { points: 20, window: SECOND },
};

/**
 * The budgets that a message takes from: its address's, where emergencies have one of their own, and its provider's.
 * Addresses are secrets in part, and the table has no walls: keys tell nothing of them.
 */
export function budgetsOf(delivery: Delivery, limits: SendLimits): Budget[] {
  const { organizationId, channel, address, methodId, priority } = delivery;
  // In the product and on devices there is no address: the person's membership counts.
  const place = address === '' ? methodId : address;
  const written = [organizationId, channel, place, priority === 0 ? 'emergency' : ''].join('\n');
  const key = `to:${createHash('sha256').update(written).digest('base64url')}`;
  const own = { key, ...EACH_ADDRESS[channel] };
  if (channel === 'sms') return [own, { key: 'all:sms', points: limits.smsPerSecond, window: SECOND }];
  if (channel === 'voice') return [own, { key: 'all:voice', points: limits.callsPerSecond, window: SECOND }];
  return [own];
}

/** How much of a budget is used, and until when it counts. */
export type Usage = { points: number; endsAt: Date };

/** The less urgent come a little later to the same room, so that the most urgent find it first. */
const STAGGER = SECOND / 4;

/**
 * Takes one message's room out of its budgets, all of them or none.
 * @param usage changed by what is taken; budgets that nobody used lately may be missing
 * @returns null when it may go, else when to ask again
 */
export function takeRoom(
  budgets: readonly Budget[],
  usage: Map<string, Usage>,
  now: Date,
  priority: number,
): Date | null {
  const current = budgets.map((budget) => {
    const used = usage.get(budget.key);
    const isCurrent = used !== undefined && used.endsAt > now;
    return { budget, used: isCurrent ? used : { points: 0, endsAt: after(now, budget.window) } };
  });
  const full = current.filter(({ budget, used }) => used.points >= budget.points);
  if (full.length > 0) {
    const latest = Math.max(...full.map(({ used }) => used.endsAt.getTime()));
    return new Date(latest + priority * STAGGER);
  }
  for (const { budget, used } of current) usage.set(budget.key, { ...used, points: used.points + 1 });
  return null;
}
