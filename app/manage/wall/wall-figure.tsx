import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '@/ui/class-names';

export type WallFigureProps = {
  label: string;
  /** Readable from two metres. */
  figure: ReactNode;
  /** What it is made of. */
  children?: ReactNode;
  /** Whether somebody has to act, said in words beside the colour; null: neither. */
  judgement?: { isFine: boolean; words: string } | null;
};

/** One figure of the wall. Its place and height do not change with what it says. */
export function WallFigure({ label, figure, children, judgement = null }: WallFigureProps) {
  const Icon = judgement?.isFine ? CircleCheck : TriangleAlert;
  return (
    <section
      aria-label={label}
      className="flex min-h-44 flex-col rounded-lg border border-line bg-raised p-4"
    >
      <h2 className="text-base font-semibold text-ink-soft">{label}</h2>
      <p
        className={classNames(
          'mt-1 text-[56px] leading-[64px] font-semibold tabular-nums',
          judgement ? (judgement.isFine ? 'text-fine' : 'text-high') : '',
        )}
      >
        {figure}
      </p>
      <p className="min-h-6">
        {judgement ? (
          <span
            className={classNames(
              'inline-flex items-center gap-1.5 text-base font-medium',
              judgement.isFine ? 'text-fine' : 'text-high',
            )}
          >
            <Icon aria-hidden className="size-4 shrink-0" />
            {judgement.words}
          </span>
        ) : null}
      </p>
      <div className="mt-auto text-ink-soft">{children}</div>
    </section>
  );
}
