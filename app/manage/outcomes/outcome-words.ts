import type { Mood } from '@/domain/calls/model';
import { fewestToSay, type MoodCounts, type OutcomeGrouping, type Share } from '@/domain/reports/model';
import { wilsonInterval } from '@/domain/reports/wilson-interval';

export const groupingWords: Record<OutcomeGrouping, string> = {
  playbook: 'Playbook',
  briefing: 'Briefing',
  operator: 'Operator',
};

export const spans = [7, 30, 90, 365] as const;

const percent = (share: number) => Math.round(share * 100);

/** A share in words; `percent` and `range` are null where too few were seen to say more than how many. */
export function shareWords(share: Share): { counts: string; percent: string | null; range: string | null } {
  const counts = `${share.count} of ${share.of}`;
  if (share.of < fewestToSay) return { counts, percent: null, range: null };
  const { low, high } = wilsonInterval(share);
  return {
    counts,
    percent: `${percent(share.count / share.of)} %`,
    range: `${percent(low)} to ${percent(high)} %`,
  };
}

/** "3 min 20 s", "45 s". */
export function durationWords(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return minutes === 0 ? `${rest} s` : `${minutes} min ${String(rest).padStart(2, '0')} s`;
}

const order: readonly (Mood | 'unknown')[] = ['calm', 'upset', 'angry', 'abusive', 'unknown'];

/** The moods that occurred, the calmest first: "12 calm, 3 angry, 40 not noted". */
export function moodCountWords(counts: MoodCounts): string {
  return order
    .filter((mood) => counts[mood] > 0)
    .map((mood) => `${counts[mood]} ${mood === 'unknown' ? 'not noted' : mood}`)
    .join(', ');
}

const two = (part: number) => String(part).padStart(2, '0');

/** The local day ("2026-03-29") so many days before `now`. */
export function dayBefore(now: Date, days: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() - days);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
