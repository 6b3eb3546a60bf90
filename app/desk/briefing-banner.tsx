'use client';

import { RefreshCw } from 'lucide-react';
import type { LiveBriefing } from '@/domain/briefings/model';
import type { BriefingChange } from '@/ui/briefing-changes';
import { Button } from '@/ui/button';
import { useNow } from '@/ui/now';
import { clockWords } from '@/ui/time-words';
import { summarizeChanges } from './briefing-change-words';

type BriefingBannerProps = {
  shown: LiveBriefing | null;
  newer: LiveBriefing | null;
  isResolved: boolean;
  /** The version that was on screen before the reader asked for the newer one. */
  before: LiveBriefing | null;
  onShow: (briefing: LiveBriefing) => void;
};

function Change({ change }: { change: BriefingChange }) {
  const { block, kind, was, now } = change;
  return (
    <li>
      <span className="font-medium">{block}: </span>
      {kind === 'moved' ? 'in another order' : null}
      {was ? <del className="text-never decoration-2">{was}</del> : null}
      {was && now ? ' ' : null}
      {now ? <ins className="font-medium no-underline">{now}</ins> : null}
    </li>
  );
}

/** Says politely that the briefing changed during the call, and after "Show" what exactly is different. */
export function BriefingBanner({ shown, newer, isResolved, before, onShow }: BriefingBannerProps) {
  const now = useNow(60_000) ?? new Date(0);
  const when = (instant: string) => clockWords(new Date(instant), now);
  const done = before && shown && !newer ? summarizeChanges(before.content, shown.content, when) : null;
  return (
    <div role="status" className="sticky top-0 z-20 flex flex-col gap-2 empty:hidden">
      {newer ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-medium-soft px-3 py-2 text-medium ring-1 ring-current/30">
          <RefreshCw aria-hidden className="size-4 shrink-0" />
          <p className="min-w-0 flex-1 font-medium">
            {shown
              ? `v${newer.version}: ${summarizeChanges(shown.content, newer.content, when).words}.`
              : `New briefing: ${newer.content.headline}`}
          </p>
          <Button size="compact" onClick={() => onShow(newer)}>
            Show
          </Button>
        </div>
      ) : null}
      {isResolved && !newer ? (
        <p className="rounded-md bg-medium-soft px-3 py-2 font-medium text-medium">
          The client has ended this incident. Say what was approved only where the caller asks for it.
        </p>
      ) : null}
      {done && done.changes.length > 0 && shown ? (
        <details open className="rounded-md border border-line bg-raised px-3 py-2">
          <summary className="font-medium">
            v{shown.version}: {done.words}
          </summary>
          <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
            {done.changes.map((change, position) => (
              <Change key={`${change.block}-${position}`} change={change} />
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
