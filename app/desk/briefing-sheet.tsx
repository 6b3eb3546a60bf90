'use client';

import type { LiveBriefing } from '@/domain/briefings/model';
import { BriefingView } from '@/ui/briefing-view';
import { Sheet } from '@/ui/sheet';
import { BriefingMarks } from './briefing-marks';
import { useDesk, useDeskNow } from './desk-context';
import { ReadingStrip } from './reading-strip';
import { spokenBriefing } from './spoken-briefing';

/** A briefing to read before its first call, and to confirm; what expires while it is open leaves it. */
export function BriefingSheet({ briefing, onClose }: { briefing: LiveBriefing | null; onClose: () => void }) {
  const { state } = useDesk();
  const now = useDeskNow();
  return (
    <Sheet
      isOpen={briefing !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={briefing?.clientName ?? ''}
      isWide
    >
      {briefing ? (
        <div
          tabIndex={0}
          role="group"
          aria-label="Briefing to read"
          className="flex flex-col gap-3 outline-none"
        >
          <ReadingStrip briefing={briefing} />
          <p className="flex flex-wrap gap-2 empty:hidden">
            <BriefingMarks briefing={briefing} />
          </p>
          <BriefingView
            content={spokenBriefing(state, briefing, { now }).content}
            version={briefing.version}
            publishedAt={briefing.publishedAt}
            publishedByName={briefing.publishedByName}
            approvals={briefing.approvals}
          />
        </div>
      ) : null}
    </Sheet>
  );
}
