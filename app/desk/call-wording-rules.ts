import {
  promiseRules,
  type BriefingContent,
  type Language,
  type PromiseRule,
} from '@/domain/briefings/model';
import type { WordingRules } from '@/domain/wording/model';

/** The strictest of what the assurances permit; without any "we will try". */
function strictestRule(assurances: BriefingContent['assurances']): PromiseRule {
  const places = assurances.map(({ promiseRule }) => promiseRules.indexOf(promiseRule));
  return promiseRules[Math.min(...places)] ?? 'will_try';
}

/** What an operator's words are checked against; without a briefing only against blame, refusals and promises. */
export function callWordingRules(content: BriefingContent | undefined, language: Language): WordingRules {
  return {
    neverSay: content?.neverSay ?? [],
    promiseRule: strictestRule(content?.assurances ?? []),
    language,
  };
}
