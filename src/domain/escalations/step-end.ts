import { after, SECOND } from '../../kernel/duration';

/**
 * When the next step begins: the delay counts from the first moment at which somebody is told; nobody to be told: at once.
 * @param carried the messages that can be sent
 */
export function stepEnd(carried: readonly { at: Date }[], delaySeconds: number, beginsAt: Date): Date {
  if (carried.length === 0) return beginsAt;
  const firstToldAt = new Date(Math.min(...carried.map(({ at }) => at.getTime())));
  return after(firstToldAt, delaySeconds * SECOND);
}
