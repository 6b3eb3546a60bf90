import {
  promiseRules,
  type BriefingContent,
  type Language,
  type PromiseRule,
} from '@/domain/briefings/model';
import type { WordingRules } from '@/domain/wording/model';

/** What a briefing as a whole lets operators promise: the most that any of its assurances does. */
function loosestRule(assurances: BriefingContent['assurances']): PromiseRule {
  if (assurances.length === 0) return 'will_try';
  const places = assurances.map(({ promiseRule }) => promiseRules.indexOf(promiseRule));
  return promiseRules[Math.max(...places)] ?? 'will_try';
}

/**
 * What a sentence of this briefing is checked against. An assurance gives its own rule; everything else goes by the
 * loosest of the assurances, and by "we will try" where there are none.
 */
export function wordingRules(
  { neverSay, assurances }: Pick<BriefingContent, 'neverSay' | 'assurances'>,
  language: Language,
  promiseRule: PromiseRule = loosestRule(assurances),
): WordingRules {
  return { neverSay, promiseRule, language };
}
