'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import type { Language, LiveBriefing } from '@/domain/briefings/model';
import type { CallCard } from '@/domain/calls/model';
import { callBriefing, type CallBriefing, type CallEnding } from './briefing-selectors';
import { useDesk, useDeskNow } from './desk-context';
import { languageOf, type SpokenBriefing } from './spoken-briefing';
import { toldIds, toldInVain, type ToldInVain } from './told-statements';
import { useReadings } from './use-readings';
import { useSpoken } from './use-spoken';

export type CallReading = CallBriefing & {
  /** The version on screen as it may be said now. */
  spoken: SpokenBriefing | null;
  chooseLanguage: (language: Language) => void;
  /** Puts another version, or another briefing, on screen. */
  show: (briefing: LiveBriefing) => void;
  /** Ids of the statements on screen that were told while they held. */
  told: ReadonlySet<string>;
  /** What this caller was told and has to hear corrected. */
  inVain: ToldInVain[];
  tell: (statementId: string) => void;
  /** Other briefings of the client that were published during the call and are not confirmed. */
  arrived: LiveBriefing[];
  /** What F6 would confirm; null: there is nothing to. */
  toConfirm: LiveBriefing | null;
};

/** How an ended briefing ended, asked of the server where this desk missed it. */
function useEnding(briefingId: string | undefined, ending: CallEnding | null, now: Date): CallEnding | null {
  const api = useTRPC();
  const isUnknown = ending?.kind === 'unknown' && briefingId !== undefined;
  const asked = useQuery({
    ...api.briefings.get.queryOptions({ briefingId: briefingId ?? '' }),
    enabled: isUnknown,
  });
  if (!isUnknown || !asked.data) return ending;
  const { state, reviewWords, resolvedAt, endsAt } = asked.data;
  if (state === 'withdrawn') return { kind: 'withdrawn', reason: reviewWords, at: resolvedAt ?? now };
  if (state === 'resolved') return { kind: 'resolved', reason: '', at: resolvedAt ?? now };
  return endsAt !== null && endsAt <= now ? { kind: 'over', reason: '', at: endsAt } : ending;
}

/** What there is to read and to say in one call, and what of it was said. */
export function useCallBriefing(call: CallCard): CallReading {
  const { state, entries, outbox, dispatch } = useDesk();
  const now = useDeskNow(2_000);
  const readings = useReadings();
  const known = callBriefing(state, call, now);
  const { shown, newer } = known;
  const ending = useEnding(shown?.briefingId, known.ending, now);
  const { spoken, choose } = useSpoken(call.id, shown, { isStruckShown: true, ending });
  const told = shown === null ? new Set<string>() : toldIds(state, entries, call.id, shown);
  const inVain = toldInVain(state, entries, call.id, { language: state.views[call.id]?.language, now });
  const tooLate = new Set(
    inVain.filter(({ at, withdrawal }) => at > withdrawal.at).map(({ statementId }) => statementId),
  );
  const isOpen = (briefing: LiveBriefing) => readings.of(briefing) === 'unread';
  const arrived = known.others.filter((one) => one.publishedAt > call.ringAt && isOpen(one));
  const latest = newer ?? (ending === null ? shown : null);

  const tell = (statementId: string) => {
    if (!spoken || told.has(statementId)) return;
    const isThere = spoken.content.statements.some(({ id }) => id === statementId);
    if (!isThere || spoken.struck.some((withdrawal) => withdrawal.statementId === statementId)) return;
    outbox.put({
      kind: 'told',
      callId: call.id,
      statementIds: [statementId],
      briefingVersionId: spoken.briefing.versionId,
      language: languageOf(spoken, statementId),
    });
  };
  return {
    ...known,
    ending,
    spoken,
    chooseLanguage: choose,
    show: ({ versionId }) => dispatch({ type: 'view', callId: call.id, view: { versionId } }),
    told: new Set([...told].filter((statementId) => !tooLate.has(statementId))),
    inVain,
    tell,
    arrived,
    toConfirm: latest !== null && isOpen(latest) ? latest : (arrived[0] ?? null),
  };
}
