import type { BriefingContent, PromiseRule } from '@/domain/briefings/model';

export type ContentKey = keyof BriefingContent;

/** The name of each block, the same wherever a briefing is written, compared or read. */
export const blockTitles: Record<ContentKey, string> = {
  headline: 'Headline',
  severity: 'Severity',
  opening: 'Opening',
  facts: 'Facts',
  unknowns: 'Not known yet',
  statements: 'Approved statements',
  assurances: 'Assurances',
  neverSay: 'Never say',
  qa: 'Questions and answers',
  intake: 'Ask the caller for',
  escalateWhen: 'Escalate when',
  closing: 'Closing',
  startsAt: 'In force from',
  endsAt: 'In force until',
  nextUpdateDueAt: 'Next update due',
};

/** What a promise rule lets an operator say. */
export const promiseRuleWords: Record<PromiseRule, string> = {
  none: 'No promise',
  will_try: '“We will try”',
  will_fix: '“We will”',
};

export const intakeKindWords: Record<BriefingContent['intake'][number]['kind'], string> = {
  text: 'Text',
  number: 'Number',
  phone: 'Phone number',
  email: 'E-mail address',
  choice: 'One of a list',
  yes_no: 'Yes or no',
};
