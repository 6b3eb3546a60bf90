import { after, SECOND } from '../../kernel/duration';
import type { EscalationPreview } from './model';

/**
 * When somebody at the client is told first, if it begins at `from`; null: nobody can be. Steps in which nobody could be
 * told pass at once, the others wait out their delay.
 */
export function firstContactAt(steps: EscalationPreview['steps'], from: Date): Date | null {
  let begins = from;
  for (const { recipients, delaySeconds, hasContact } of steps) {
    if (hasContact) return begins;
    if (recipients.length > 0) begins = after(begins, delaySeconds * SECOND);
  }
  return null;
}
