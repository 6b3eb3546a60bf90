import { UserX } from 'lucide-react';
import type { Gap } from '@/domain/oncall/model';
import { gapWords } from './on-call-words';

export type OnCallGapsProps = {
  gaps: readonly Gap[];
  zone: string;
  /** When it was looked. */
  at: Date;
  /** So many at most, and how many more there are. */
  most?: number;
};

/** When nobody is on call, in red words. */
export function OnCallGaps({ gaps, zone, at, most = 50 }: OnCallGapsProps) {
  if (gaps.length === 0) return null;
  const more = gaps.length - most;
  return (
    <ul className="flex flex-col gap-0.5 font-medium text-critical">
      {gaps.slice(0, most).map((gap) => (
        <li key={gap.startsAt.toISOString()} className="flex gap-1.5">
          <UserX aria-hidden className="mt-0.5 size-4 shrink-0" />
          {gapWords(gap, zone, at)}
        </li>
      ))}
      {more > 0 ? (
        <li>
          and {more} more {more === 1 ? 'gap' : 'gaps'}
        </li>
      ) : null}
    </ul>
  );
}
