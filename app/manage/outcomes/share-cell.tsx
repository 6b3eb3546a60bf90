import type { Share } from '@/domain/reports/model';
import { wilsonInterval } from '@/domain/reports/wilson-interval';
import { shareWords } from './outcome-words';

/** From 0 to 100 %: where the share lies, and between which bounds it probably does. The words beside it say the same. */
function IntervalBar({ share }: { share: Share }) {
  const { low, high } = wilsonInterval(share);
  const seen = (share.count / share.of) * 100;
  return (
    <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden className="h-3 w-24 shrink-0">
      <rect x="0" y="5" width="100" height="2" className="fill-line" />
      <rect
        x={low * 100}
        y="3"
        width={Math.max(1, (high - low) * 100)}
        height="6"
        className="fill-line-strong"
      />
      <rect x={Math.min(98, Math.max(0, seen - 1))} y="0" width="2" height="12" className="fill-accent" />
    </svg>
  );
}

/** A share with its counts and its interval; of few calls, the counts alone. */
export function ShareCell({ share }: { share: Share }) {
  const { counts, percent, range } = shareWords(share);
  if (share.of === 0) return <span className="text-ink-soft">none counted</span>;
  return (
    <div className="flex flex-col gap-0.5 tabular-nums">
      <span>
        {percent === null ? counts : <span className="font-medium">{percent}</span>}{' '}
        <span className="text-[13px] text-ink-soft">
          {percent === null ? 'too few to say' : `(${counts})`}
        </span>
      </span>
      {range === null ? null : (
        <span className="flex items-center gap-2 text-[13px] whitespace-nowrap text-ink-soft">
          <IntervalBar share={share} />
          {range}
        </span>
      )}
    </div>
  );
}
