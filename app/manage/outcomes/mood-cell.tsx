import type { MoodCounts } from '@/domain/reports/model';
import { moodCountWords } from './outcome-words';

const parts = [
  ['calm', 'bg-fine'],
  ['upset', 'bg-medium'],
  ['angry', 'bg-high'],
  ['abusive', 'bg-critical'],
  ['unknown', 'bg-line'],
] as const;

function MoodLine({ when, counts }: { when: string; counts: MoodCounts }) {
  return (
    <div className="flex flex-col gap-0.5">
      <span aria-hidden className="flex h-1.5 w-40 max-w-full gap-px overflow-hidden rounded-sm">
        {parts.map(([mood, colour]) =>
          counts[mood] > 0 ? <span key={mood} className={colour} style={{ flexGrow: counts[mood] }} /> : null,
        )}
      </span>
      <span className="text-[13px] tabular-nums">
        <span className="text-ink-soft">{when}:</span> {moodCountWords(counts)}
      </span>
    </div>
  );
}

/** How callers began and how they ended. */
export function MoodCell({ moodIn, moodOut }: { moodIn: MoodCounts; moodOut: MoodCounts }) {
  return (
    <div className="flex max-w-64 flex-col gap-1">
      <MoodLine when="Start" counts={moodIn} />
      <MoodLine when="End" counts={moodOut} />
    </div>
  );
}
