'use client';

import { UsersRound } from 'lucide-react';
import type { Briefing, BriefingContent } from '@/domain/briefings/model';
import { BriefingChangeList } from '@/ui/briefing-change-list';
import { briefingChanges } from '@/ui/briefing-changes';
import { Button } from '@/ui/button';
import { Time } from '@/ui/time';
import { clockWords } from '@/ui/time-words';

/** Where the bar leads to. */
export const behindPanelId = 'behind';

export type BehindPanelProps = {
  theirs: Briefing;
  mine: BriefingContent;
  zone: string;
  onLoadTheirs: () => void;
  /** Given where something was typed here that theirs does not have. */
  onKeepMine?: () => void;
};

/** Somebody else saved this draft: who, when, what differs, and the choice. Nothing typed is lost either way. */
export function BehindPanel({ theirs, mine, zone, onLoadTheirs, onKeepMine }: BehindPanelProps) {
  const when = (instant: string) => clockWords(new Date(instant), new Date(), zone);
  const changes = briefingChanges(mine, theirs.draft, when);
  return (
    <div
      id={behindPanelId}
      tabIndex={-1}
      role="alert"
      className="flex flex-col gap-3 rounded-md border-2 border-high bg-high-soft p-3"
    >
      <div className="flex gap-2">
        <UsersRound aria-hidden className="mt-0.5 size-4 shrink-0 text-high" />
        <div>
          <p className="font-semibold text-high">
            {theirs.updatedByName} saved this briefing meanwhile, <Time at={theirs.updatedAt} />
          </p>
          <p>
            {changes.length === 0
              ? 'Both versions say the same.'
              : onKeepMine
                ? 'Nothing is saved from here until you choose. Whichever you take, your text stays on this device.'
                : 'What you see here is the version before.'}
          </p>
        </div>
      </div>
      {changes.length > 0 ? (
        <details>
          <summary className="min-h-6 font-medium">
            What differs ({changes.length} {changes.length === 1 ? 'place' : 'places'})
          </summary>
          <div className="mt-2">
            <BriefingChangeList changes={changes} between="authors" />
          </div>
        </details>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button size="call" onClick={onLoadTheirs}>
          Load theirs
        </Button>
        {onKeepMine ? (
          <Button size="call" onClick={onKeepMine}>
            Keep mine
          </Button>
        ) : null}
      </div>
    </div>
  );
}
