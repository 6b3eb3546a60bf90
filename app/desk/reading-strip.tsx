'use client';

import { BookOpenCheck, CloudOff } from 'lucide-react';
import type { LiveBriefing } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { KeyFor } from './key-for';
import { useChangesSince } from './use-changes-since';
import { useReadings } from './use-readings';

/** What an operator has to know before confirming: "changed since you last read it: 1 statement withdrawn". */
export function ChangedWords({ briefing }: { briefing: LiveBriefing }) {
  const { readVersion, summary } = useChangesSince(briefing);
  if (readVersion === null) return <>you have not read this briefing yet</>;
  return (
    <>
      changed since you last read it (v{readVersion}){summary ? `: ${summary.words}` : ''}
    </>
  );
}

type ReadingStripProps = {
  briefing: LiveBriefing;
  /** F6 confirms this one, so its button shows the key. */
  hasKey?: boolean;
};

/** Says that a version is not confirmed, and offers to. It holds up nothing. */
export function ReadingStrip({ briefing, hasKey = true }: ReadingStripProps) {
  const readings = useReadings();
  const reading = readings.of(briefing);
  if (reading === 'read' || reading === 'sending') return null;
  return (
    <section
      aria-label={`Not confirmed: v${briefing.version}`}
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md bg-low-soft px-3 py-2 text-low ring-1 ring-current/30"
    >
      {reading === 'waiting' ? (
        <>
          <CloudOff aria-hidden className="size-4 shrink-0" />
          <p role="status" className="min-w-0 flex-1 font-medium">
            v{briefing.version}: not confirmed yet. Your confirmation waits on this computer.
          </p>
        </>
      ) : (
        <>
          <BookOpenCheck aria-hidden className="size-4 shrink-0" />
          <p className="min-w-0 flex-1 font-medium">
            v{briefing.version}: <ChangedWords briefing={briefing} />.
          </p>
          <Button onClick={() => readings.confirm(briefing)}>
            I have read it {hasKey ? <KeyFor action="confirm" /> : null}
          </Button>
        </>
      )}
    </section>
  );
}
