'use client';

import type { LiveBriefing } from '@/domain/briefings/model';
import { isUnread } from './briefing-selectors';
import { useDesk, useDeskNow } from './desk-context';
import { readingOf, type Reading } from './reading';
import { useKey } from './use-key';

type Readings = {
  /** How the operator's confirmation of a version stands. */
  of: (briefing: LiveBriefing) => Reading;
  /** "I have read it." */
  confirm: (briefing: LiveBriefing) => void;
};

export function useReadings(): Readings {
  const { state, entries, outbox, staleSince } = useDesk();
  const now = useDeskNow(2_000);
  return {
    of: (briefing) => readingOf(briefing, { state, entries, isOffline: staleSince !== null, now }),
    confirm: (briefing) => {
      if (!isUnread(state, briefing)) return;
      const { briefingId, versionId, version, content } = briefing;
      const { headline } = content;
      outbox.put({ kind: 'reading', callId: null, briefingId, versionId, version, headline });
    },
  };
}

/** The key confirms what the screen says it does; without anything to confirm it does nothing. */
export function useConfirmKey(find: () => LiveBriefing | null | undefined): void {
  const { confirm } = useReadings();
  useKey('confirm', () => {
    const briefing = find();
    if (briefing) confirm(briefing);
  });
}
