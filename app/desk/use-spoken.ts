'use client';

import type { Language, LiveBriefing } from '@/domain/briefings/model';
import type { CallEnding } from './briefing-selectors';
import { useDesk, useDeskNow } from './desk-context';
import { nextLanguage, spokenBriefing, type SpokenBriefing } from './spoken-briefing';
import { useKey } from './use-key';

type Asked = { isStruckShown?: boolean; ending?: CallEnding | null };

/** A briefing in the language chosen for one call; the key goes on to the next language it stands in. */
export function useSpoken(
  callId: string,
  briefing: LiveBriefing | null,
  asked: Asked = {},
): { spoken: SpokenBriefing | null; choose: (language: Language) => void } {
  const { state, dispatch } = useDesk();
  const now = useDeskNow(2_000);
  const language = state.views[callId]?.language;
  const spoken = briefing === null ? null : spokenBriefing(state, briefing, { language, now, ...asked });
  const choose = (next: Language) => dispatch({ type: 'view', callId, view: { language: next } });
  useKey('language', spoken && spoken.languages.length > 1 ? () => choose(nextLanguage(spoken)) : null);
  return { spoken, choose };
}
