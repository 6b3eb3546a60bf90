import type { BriefingContent, Language } from '@/domain/briefings/model';
import { strictestRule } from '@/domain/briefings/strictest-rule';
import type { WordingRules } from '@/domain/wording/model';

/** What an operator's words are checked against; without a briefing only against blame, refusals and promises. */
export function callWordingRules(content: BriefingContent | undefined, language: Language): WordingRules {
  return {
    neverSay: content?.neverSay ?? [],
    promiseRule: strictestRule(content?.assurances ?? []),
    language,
  };
}
