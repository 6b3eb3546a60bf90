import type { ReactNode } from 'react';
import { blockTitles, type ContentKey } from '@/ui/briefing-words';

export type BlockProps = {
  name: ContentKey;
  title?: string;
  count?: number;
  hint?: ReactNode;
  problem?: string | undefined;
  children: ReactNode;
};

/** One block of the editor under its heading. */
export function Block({ name, title = blockTitles[name], count, hint, problem, children }: BlockProps) {
  return (
    <div
      role="group"
      aria-labelledby={`block-${name}`}
      className="flex flex-col gap-3 border-t border-line pt-5 first:border-t-0 first:pt-0"
    >
      <div>
        <h2 id={`block-${name}`} className="text-base font-semibold">
          {title}
          {count ? <span className="font-normal text-ink-soft tabular-nums"> {count}</span> : null}
        </h2>
        {hint ? <p className="mt-0.5 max-w-[66ch] text-[13px] text-ink-soft">{hint}</p> : null}
        {problem ? <p className="mt-1 font-medium text-critical">{problem}</p> : null}
      </div>
      {children}
    </div>
  );
}
