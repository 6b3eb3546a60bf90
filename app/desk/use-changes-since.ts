'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { approvedContent } from '@/domain/briefings/approved-content';
import type { BriefingContent, BriefingVersion, LiveBriefing } from '@/domain/briefings/model';
import { wordings } from '@/domain/briefings/wordings';
import { clockWords } from '@/ui/time-words';
import { summarizeChanges, type ChangeSummary } from './briefing-change-words';
import { lastRead } from './briefing-selectors';
import { useDesk, useDeskNow } from './desk-context';

/** A version as desks had it: the words that somebody had approved. */
function deskContent({ content, approvals }: BriefingVersion): BriefingContent {
  const recorded = wordings(content).flatMap(({ key, text }) => {
    const approval = approvals[key];
    return approval === undefined ? [] : [{ ...approval, key, text }];
  });
  return approvedContent(content, recorded).content;
}

type ChangesSince = {
  /** The version this operator confirmed last; null: none of this briefing. */
  readVersion: number | null;
  /** What is different since; null while that version is not on this desk. */
  summary: ChangeSummary | null;
};

/** What changed in a briefing since this operator last confirmed one of its versions. */
export function useChangesSince(briefing: LiveBriefing): ChangesSince {
  const { state } = useDesk();
  const now = useDeskNow(60_000);
  const api = useTRPC();
  const { briefingId, version, content } = briefing;
  const readVersion = state.readings[briefingId] ?? null;
  const held = lastRead(state, briefing);
  const asked = useQuery({
    ...api.briefings.versions.queryOptions({ briefingId }),
    enabled: readVersion !== null && readVersion < version && held === null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const found = asked.data?.find((one) => one.version === readVersion);
  const was = held?.content ?? (found === undefined ? null : deskContent(found));
  if (readVersion === null || was === null) return { readVersion, summary: null };
  const summary = summarizeChanges(was, content, {
    when: (instant) => clockWords(new Date(instant), now),
    withdrawals: (state.withdrawals[briefingId] ?? []).filter(
      (one) => one.version >= readVersion && one.version < version,
    ),
  });
  return { readVersion, summary };
}
