'use client';

import type { ReactNode } from 'react';
import type { LiveBriefing } from '@/domain/briefings/model';
import { SeverityChip } from '@/ui/severity-chip';
import { Time } from '@/ui/time';
import { BriefingMarks } from './briefing-marks';

type BriefingRowProps = {
  briefing: LiveBriefing;
  onOpen: (briefing: LiveBriefing) => void;
  /** It begins later, so its beginning is shown and not its last change. */
  isComing?: boolean;
  /** Below the headline. */
  children?: ReactNode;
};

/** One briefing of a list; a press opens it to read. */
export function BriefingRow({ briefing, onOpen, isComing = false, children }: BriefingRowProps) {
  const { content, clientName, version, startsAt, publishedAt } = briefing;
  return (
    <button
      type="button"
      onClick={() => onOpen(briefing)}
      className="grid min-h-11 w-full min-w-0 gap-x-3 gap-y-1 px-1 py-2 text-left -outline-offset-2 hover:bg-sunken sm:grid-cols-[88px_minmax(0,14rem)_minmax(0,1fr)_auto] sm:items-baseline"
    >
      <span>
        <SeverityChip severity={content.severity} />
      </span>
      <span className="font-semibold">{clientName}</span>
      <span className="min-w-0">
        {content.headline}
        {children}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px] text-ink-soft sm:flex-col sm:items-end">
        <span>
          v{version},{' '}
          {startsAt && isComing ? (
            <>
              begins <Time at={startsAt} />
            </>
          ) : (
            <>
              changed <Time at={publishedAt} show="relative" />
            </>
          )}
        </span>
        <BriefingMarks briefing={briefing} />
      </span>
    </button>
  );
}
