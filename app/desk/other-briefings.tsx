'use client';

import { ChevronRight } from 'lucide-react';
import type { LiveBriefing } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { NeverSay } from '@/ui/never-say';
import { SeverityChip } from '@/ui/severity-chip';
import { BriefingMarks } from './briefing-marks';
import { useDesk, useDeskNow } from './desk-context';
import { ReadingStrip } from './reading-strip';
import { spokenBriefing } from './spoken-briefing';
import { useReadings } from './use-readings';

type OtherBriefingsProps = {
  title?: string;
  /** In the order of precedence. */
  briefings: readonly LiveBriefing[];
  /** Puts one in the place of the briefing that is read. */
  onUse?: (briefing: LiveBriefing) => void;
};

function OtherBriefing({ briefing, onUse }: { briefing: LiveBriefing; onUse: OtherBriefingsProps['onUse'] }) {
  const { state } = useDesk();
  const now = useDeskNow();
  const readings = useReadings();
  const { content } = spokenBriefing(state, briefing, { now });
  return (
    <details className="group border-b border-line">
      <summary className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
        <ChevronRight aria-hidden className="size-4 shrink-0 group-open:rotate-90" />
        <SeverityChip severity={content.severity} />
        <span className="min-w-0 flex-1 basis-48 font-medium">{content.headline}</span>
        <BriefingMarks briefing={briefing} />
        <span className="text-[13px] text-ink-soft">
          v{briefing.version}
          {readings.of(briefing) === 'unread' ? ', not confirmed' : ''}
          {content.neverSay.length > 0 ? `, ${content.neverSay.length} never say` : ''}
        </span>
      </summary>
      <div className="flex flex-col gap-3 pb-3 pl-2">
        <ReadingStrip briefing={briefing} hasKey={false} />
        {content.opening === '' ? null : (
          <p lang={content.language} dir="auto" className="read-aloud">
            {content.opening}
          </p>
        )}
        <NeverSay items={content.neverSay} />
        {onUse ? (
          <Button className="self-start" onClick={() => onUse(briefing)}>
            Read from this one
          </Button>
        ) : null}
      </div>
    </details>
  );
}

/** The client's other briefings in force: folded, each with how grave it is and what it is about. */
export function OtherBriefings({ title = 'Also in force', briefings, onUse }: OtherBriefingsProps) {
  if (briefings.length === 0) return null;
  return (
    <section aria-label={title} className="border-t border-line pt-3">
      <h2 className="mb-1 font-semibold">{title}</h2>
      {briefings.map((briefing) => (
        <OtherBriefing key={briefing.briefingId} briefing={briefing} onUse={onUse} />
      ))}
    </section>
  );
}
