import { BadgeCheck, CircleDashed, PhoneMissed, PhoneOff, type LucideIcon } from 'lucide-react';
import type { Recall } from '@/domain/recalls/model';

type Part = { words: string; count: number; icon: LucideIcon; bar: string; ink: string };

function partsOf({ kept, open, unreached, withoutNumber }: Recall): Part[] {
  return [
    { words: 'reached', count: kept, icon: BadgeCheck, bar: 'bg-fine', ink: 'text-fine' },
    { words: 'still to call', count: open, icon: CircleDashed, bar: 'bg-low', ink: 'text-low' },
    { words: 'could not be reached', count: unreached, icon: PhoneMissed, bar: 'bg-high', ink: 'text-high' },
    {
      words: 'left no number',
      count: withoutNumber,
      icon: PhoneOff,
      bar: 'bg-line-strong',
      ink: 'text-ink-soft',
    },
  ];
}

/** How far a recall has come: a bar, and the same in figures and words. */
export function RecallProgress({ recall }: { recall: Recall }) {
  const parts = partsOf(recall);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return <p>Nobody was told this statement, so nobody has to be called back.</p>;
  return (
    <div className="flex flex-col gap-2">
      <div aria-hidden className="flex h-4 gap-0.5 overflow-hidden rounded">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ words, count, bar }) => (
            <div key={words} className={`min-w-1 ${bar}`} style={{ flexGrow: count }} />
          ))}
      </div>
      <ul aria-label="Progress" className="flex flex-wrap gap-x-5 gap-y-1">
        {parts
          .filter(({ words, count }) => count > 0 || words === 'reached')
          .map(({ words, count, icon: Icon, ink }) => (
            <li key={words} className="flex items-center gap-1.5">
              <Icon aria-hidden className={`size-4 shrink-0 ${ink}`} />
              <span>
                <span className="font-semibold tabular-nums">{count}</span> {words}
              </span>
            </li>
          ))}
      </ul>
    </div>
  );
}
