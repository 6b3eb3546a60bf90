'use client';

import { Ban } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '@/ui/class-names';

export const regions = ['briefing', 'notes', 'caller'] as const;
export type Region = (typeof regions)[number];

const regionWords: Record<Region, string> = { briefing: 'Briefing', notes: 'Notes', caller: 'Caller' };

/** The tabs of a screen below 1280 px; the number of never-say phrases stays in sight on all of them. */
export function RegionTabs({
  region,
  onRegion,
  neverSayCount,
}: {
  region: Region;
  onRegion: (region: Region) => void;
  neverSayCount: number;
}) {
  return (
    <div role="group" aria-label="Show" className="flex shrink-0 border-b border-line xl:hidden">
      {regions.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={region === one}
          onClick={() => onRegion(one)}
          className="flex min-h-11 flex-1 flex-wrap items-center justify-center gap-x-1.5 px-1 -outline-offset-2 aria-pressed:font-semibold aria-pressed:text-accent aria-pressed:shadow-[inset_0_-2px_0_var(--accent)]"
        >
          {regionWords[one]}
          {one === 'briefing' && neverSayCount > 0 ? (
            <span className="inline-flex items-center gap-0.5 text-[13px] font-semibold text-never">
              <Ban aria-hidden className="size-3.5" strokeWidth={2.5} />
              {neverSayCount} never say
            </span>
          ) : null}
        </button>
      ))}
    </div>
  );
}

/** One column of the call; below 1280 px only the chosen one is shown, the others keep their state. */
export function CallRegion({ name, shown, children }: { name: Region; shown: Region; children: ReactNode }) {
  return (
    <section
      id={`region-${name}`}
      aria-label={regionWords[name]}
      tabIndex={-1}
      className={classNames(
        // Words for screen readers alone are placed: without `relative` they would lengthen the page around.
        'relative flex min-h-0 min-w-0 flex-col overflow-y-auto border-line outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] xl:border-r xl:last:border-r-0',
        shown === name ? '' : 'max-xl:hidden',
      )}
    >
      {children}
    </section>
  );
}
