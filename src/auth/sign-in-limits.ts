import { createHash } from 'node:crypto';
import { RateLimiterDrizzle, RateLimiterRes } from 'rate-limiter-flexible';
import { database } from '../db/client';
import { signInLimits } from '../db/tables';

const QUARTER_HOUR = 15 * 60;

function limiter(keyPrefix: string, points: number): RateLimiterDrizzle {
  return new RateLimiterDrizzle({
    storeClient: database().drizzle,
    schema: signInLimits,
    keyPrefix,
    points,
    duration: QUARTER_HOUR,
    clearExpiredByTimeout: false,
  });
}

const accountKey = (email: string) =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');

/**
 * Counts one attempt against the account (10 in 15 minutes) and the address (50), whether or not the account exists.
 * The counts are rows, so a restart forgets nothing.
 * @returns false when either has had too many
 */
export async function countSignIn(email: string, address: string): Promise<boolean> {
  const counts = await Promise.allSettled([
    limiter('account', 10).consume(accountKey(email)),
    limiter('address', 50).consume(address),
  ]);
  for (const count of counts) {
    if (count.status === 'rejected' && !(count.reason instanceof RateLimiterRes)) throw count.reason;
  }
  return counts.every((count) => count.status === 'fulfilled');
}

/**
 * A right password clears the account's count and takes this attempt off the address's, so that a whole shift may sign
 * in from one office; the wrong ones of that address stay counted.
 */
export async function forgiveSignIn(email: string, address: string): Promise<void> {
  await limiter('account', 10).delete(accountKey(email));
  await limiter('address', 50).reward(address);
}
