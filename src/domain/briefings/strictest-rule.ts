import { promiseRules, type BriefingContent, type PromiseRule } from './model';

/** The strictest of what a briefing's assurances permit; a briefing without any permits "we will try". */
export function strictestRule(assurances: BriefingContent['assurances']): PromiseRule {
  const places = assurances.map(({ promiseRule }) => promiseRules.indexOf(promiseRule));
  return promiseRules[Math.min(...places)] ?? 'will_try';
}
