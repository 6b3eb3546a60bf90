import type { Timing, TimingFate } from '@/domain/reviews/timings';
import { timerWords } from '@/ui/time-words';

const names: Record<Timing['name'], string> = {
  deliver: 'First message out',
  acknowledge: 'Acknowledged',
  resolve: 'Resolved',
};

const fates: Record<TimingFate, string> = {
  met: 'in time',
  missed: 'too late',
  running: 'not yet, still in time',
  none: 'never',
};

/** What is timed, as a heading. */
export function timingName(timing: Pick<Timing, 'name'>): string {
  return names[timing.name];
}

/** "1:35" or "2:03:10": seconds as a clock shows them. */
export function spanWords(seconds: number): string {
  return timerWords(new Date(0), new Date(seconds * 1_000));
}

/** "15 min" or "8 h", as somebody agreed on it; what is neither as a clock shows it. */
export function targetWords(seconds: number): string {
  if (seconds % 3_600 === 0) return `${seconds / 3_600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : spanWords(seconds);
}

/** "4:10, too late": how one time stands against its target. */
export function timingWords({ tookSeconds, fate }: Timing): string {
  if (tookSeconds !== null) return `${spanWords(tookSeconds)}, ${fates[fate]}`;
  return fate === 'missed' ? 'not yet, too late' : fates[fate];
}
