'use client';

import { useState } from 'react';
import type { Briefing, BriefingContent } from '@/domain/briefings/model';
import { clockWords } from '@/ui/time-words';
import { forgetDraftCopy, keepDraftCopy, readDraftCopy } from './draft-copy';
import { DraftNotice } from './draft-notice';
import { isSameDraft } from './merge-drafts';
import { MergePanel } from './merge-panel';
import type { Restored } from './use-draft';

export type DraftNoticesProps = {
  briefing: Briefing;
  zone: string;
  isBehind: boolean;
  revision: number;
  /** What the text here began from; null where that is not known. */
  base: BriefingContent | null;
  restored: Restored | null;
  readMine: () => BriefingContent;
  /** Puts a content on the screen; with `isMine` it is saved, over the colleague's. */
  onTake: (content: BriefingContent, isMine: boolean) => void;
};

const clock = (at: string) => clockWords(new Date(at), new Date());

/** What an author should know before typing on: a colleague's save, text found on this device. */
export function DraftNotices(props: DraftNoticesProps) {
  const { briefing, zone, isBehind, revision, base, restored, readMine, onTake } = props;
  const [aside, setAside] = useState(() => readDraftCopy(briefing.id, 'aside', briefing.draft));
  const [isRestoredSeen, setIsRestoredSeen] = useState(false);
  const hasTyped = () => base === null || !isSameDraft(base, readMine());

  const loadTheirs = () => {
    if (hasTyped()) {
      const copy = { revision, base, at: new Date().toISOString(), content: readMine() };
      keepDraftCopy(briefing.id, 'aside', copy);
      setAside(copy);
    }
    onTake(briefing.draft, false);
  };
  const dropAside = () => {
    forgetDraftCopy(briefing.id, 'aside');
    setAside(null);
  };

  return (
    <>
      {isBehind && briefing.draftRevision > revision ? (
        <MergePanel
          key={briefing.draftRevision}
          theirs={briefing}
          readMine={readMine}
          base={base}
          zone={zone}
          onLoadTheirs={loadTheirs}
          {...(hasTyped() ? { onMerge: (merged: BriefingContent) => onTake(merged, true) } : {})}
        />
      ) : null}
      {restored && !isRestoredSeen && !isBehind ? (
        <DraftNotice
          actions={[
            {
              words: 'Go back to the saved draft',
              run: () => {
                setIsRestoredSeen(true);
                onTake(restored.instead, true);
              },
            },
            { words: 'Keep it', run: () => setIsRestoredSeen(true) },
          ]}
        >
          What you typed until {clock(restored.at)} had not been saved. It was kept on this device, and here
          it is again.
        </DraftNotice>
      ) : null}
      {aside && !isBehind ? (
        <DraftNotice
          actions={[
            {
              words: 'Put mine back',
              run: () => {
                onTake(aside.content, true);
                dropAside();
              },
            },
            { words: 'Throw mine away', run: dropAside },
          ]}
        >
          Your own text from {clock(aside.at)} is kept on this device.
        </DraftNotice>
      ) : null}
    </>
  );
}
