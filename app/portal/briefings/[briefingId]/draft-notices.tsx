'use client';

import { useState } from 'react';
import type { Briefing, BriefingContent, LiveBriefing } from '@/domain/briefings/model';
import { clockWords } from '@/ui/time-words';
import { BehindPanel } from './behind-panel';
import { forgetDraftCopy, keepDraftCopy, readDraftCopy } from './draft-copy';
import { DraftNotice } from './draft-notice';
import type { Restored } from './use-draft';

export type DraftNoticesProps = {
  briefing: Briefing;
  zone: string;
  isBehind: boolean;
  revision: number;
  restored: Restored | null;
  published: LiveBriefing | null;
  readMine: () => BriefingContent;
  /** Puts a content on the screen; with `isMine` it is saved over the colleague's. */
  onTake: (content: BriefingContent, isMine: boolean) => void;
};

const clock = (at: string) => clockWords(new Date(at), new Date());

/** What an author should know before typing on: a colleague's save, text found on this device, a publication. */
export function DraftNotices(props: DraftNoticesProps) {
  const { briefing, zone, isBehind, revision, restored, published, readMine, onTake } = props;
  const [aside, setAside] = useState(() => readDraftCopy(briefing.id, 'aside', briefing.draft));
  const [isRestoredSeen, setIsRestoredSeen] = useState(false);

  const loadTheirs = () => {
    const copy = { revision, at: new Date().toISOString(), content: readMine() };
    keepDraftCopy(briefing.id, 'aside', copy);
    setAside(copy);
    onTake(briefing.draft, false);
  };
  const dropAside = () => {
    forgetDraftCopy(briefing.id, 'aside');
    setAside(null);
  };

  return (
    <>
      {isBehind && briefing.draftRevision > revision ? (
        <BehindPanel
          theirs={briefing}
          mine={readMine()}
          zone={zone}
          onLoadTheirs={loadTheirs}
          onKeepMine={() => onTake(readMine(), true)}
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
            { words: 'Good', run: () => setIsRestoredSeen(true) },
          ]}
        >
          Found what you typed on this device until {clock(restored.at)} and had not been saved; here it is
          again.
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
      {published ? (
        <DraftNotice actions={[]}>
          Version {published.version} is published, {clockWords(published.publishedAt, new Date())}.
          {published.startsAt && published.startsAt > published.publishedAt
            ? ` It is in force from ${clockWords(published.startsAt, new Date(), zone)}.`
            : ' It is on the screen of every operator.'}
        </DraftNotice>
      ) : null}
    </>
  );
}
