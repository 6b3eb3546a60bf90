'use client';

import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { Briefing, BriefingContent } from '@/domain/briefings/model';
import { BriefingChangeList } from '@/ui/briefing-change-list';
import { briefingChanges } from '@/ui/briefing-changes';
import { Button } from '@/ui/button';
import { Time } from '@/ui/time';
import { clockWords } from '@/ui/time-words';
import { ConflictChoice } from './conflict-choice';
import { mergeDrafts, type Conflict, type Side } from './merge-drafts';
import { conflictTitle, conflictWords } from './merge-words';

/** Where the bar leads to. */
export const mergePanelId = 'behind';

export type MergePanelProps = {
  theirs: Briefing;
  readMine: () => BriefingContent;
  /** What both began from; null where it is not known any more. */
  base: BriefingContent | null;
  zone: string;
  onLoadTheirs: () => void;
  /** Given where something was typed here that theirs does not have. */
  onMerge?: (merged: BriefingContent) => void;
};

const conflictsId = 'conflicts';

function leadWords(conflicts: number, taken: number, isTyped: boolean): string {
  if (!isTyped) return 'What you see here is the version before.';
  const kept = 'Nothing is saved from here until then, and your text stays on this device.';
  if (conflicts === 1) return `There is one place that you both changed. Choose what it shall say. ${kept}`;
  if (conflicts > 1) return `There are ${conflicts} places that you both changed. Choose for each. ${kept}`;
  return taken === 0
    ? 'Both of you wrote the same.'
    : `You changed different places, so both fit together. ${kept}`;
}

/** Somebody else saved this draft: what both changed is chosen place by place, all the rest is put together by itself. */
export function MergePanel({ theirs, readMine, base, zone, onLoadTheirs, onMerge }: MergePanelProps) {
  const mine = readMine();
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const [isAsked, setIsAsked] = useState(false);
  const when = (instant: string) => clockWords(new Date(instant), new Date(), zone);
  const { content, conflicts } = mergeDrafts(base, mine, theirs.draft, choices);
  const taken = briefingChanges(mine, onMerge ? content : theirs.draft, when);
  const open = conflicts.filter(({ key }) => !choices.has(key));

  const choose = (which: readonly Conflict[], side: Side) =>
    setChoices(new Map([...choices, ...which.map(({ key }): [string, Side] => [key, side])]));
  const press = () => {
    // Typed on since this was drawn: what counts is what stands there now.
    const fresh = mergeDrafts(base, readMine(), theirs.draft, choices);
    const isWhole = fresh.conflicts.every(({ key }) => choices.has(key));
    setIsAsked(!isWhole);
    if (isWhole) onMerge?.(fresh.content);
    else document.querySelector<HTMLElement>(`#${conflictsId} fieldset:not(:has(:checked)) input`)?.focus();
  };

  return (
    <section
      id={mergePanelId}
      tabIndex={-1}
      aria-labelledby={`${mergePanelId}-title`}
      className="flex flex-col gap-3 rounded-md border-2 border-high bg-high-soft p-3"
    >
      <div role="alert" className="flex gap-2">
        <UsersRound aria-hidden className="mt-0.5 size-4 shrink-0 text-high" />
        <div>
          <h2 id={`${mergePanelId}-title`} className="font-semibold text-high">
            {theirs.updatedByName} saved this briefing meanwhile, <Time at={theirs.updatedAt} />
          </h2>
          <p>{leadWords(conflicts.length, taken.length, onMerge !== undefined)}</p>
        </div>
      </div>
      {onMerge && conflicts.length > 0 ? (
        <div id={conflictsId} className="flex flex-col gap-3">
          {conflicts.map((conflict) => (
            <ConflictChoice
              key={conflict.key}
              title={conflictTitle(conflict, theirs.draft, mine)}
              mine={conflictWords(conflict, conflict.mine, mine, when)}
              theirs={conflictWords(conflict, conflict.theirs, theirs.draft, when)}
              theirName={theirs.updatedByName}
              chosen={choices.get(conflict.key)}
              isMissing={isAsked && !choices.has(conflict.key)}
              onChoose={(side) => choose([conflict], side)}
            />
          ))}
          {conflicts.length > 1 ? (
            <div className="flex flex-wrap gap-2">
              <Button className="max-sm:min-h-11" onClick={() => choose(conflicts, 'mine')}>
                Mine everywhere
              </Button>
              <Button className="max-sm:min-h-11" onClick={() => choose(conflicts, 'theirs')}>
                Theirs everywhere
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
      {taken.length > 0 ? (
        <details>
          <summary className="min-h-6 font-medium">
            {onMerge ? 'What changes here' : 'What differs'} ({taken.length}{' '}
            {taken.length === 1 ? 'place' : 'places'})
          </summary>
          <div className="mt-2">
            <BriefingChangeList changes={taken} {...(onMerge ? {} : { between: 'authors' as const })} />
          </div>
        </details>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {onMerge ? (
          <Button variant="primary" size="call" onClick={press}>
            Put both together
          </Button>
        ) : null}
        <Button size="call" onClick={onLoadTheirs}>
          {onMerge ? 'Load theirs only' : 'Load theirs'}
        </Button>
        {onMerge && isAsked && open.length > 0 ? (
          <p role="status" className="font-medium text-critical">
            {open.length === 1 ? 'One choice is still open.' : `${open.length} choices are still open.`}
          </p>
        ) : null}
      </div>
    </section>
  );
}
