import type { BriefingContent, IncidentStatus, Language, PromiseRule } from '@/domain/briefings/model';

export type ContentKey = keyof BriefingContent;

/** The name of each block, the same wherever a briefing is written, compared or read. */
export const blockTitles: Record<ContentKey, string> = {
  headline: 'Headline',
  severity: 'Severity',
  incidentStatus: 'Incident status',
  language: 'Language',
  opening: 'Opening',
  openingIn: 'Opening in other languages',
  facts: 'Facts',
  unknowns: 'Not known yet',
  statements: 'Approved statements',
  assurances: 'Assurances',
  neverSay: 'Never say',
  qa: 'Questions and answers',
  intake: 'Ask the caller for',
  escalateWhen: 'Escalate when',
  closing: 'Closing',
  apologies: 'Apologies permitted',
  playbookId: 'Playbook',
  startsAt: 'In force from',
  endsAt: 'In force until',
  nextUpdateDueAt: 'Next update due',
};

export const incidentStatusWords: Record<IncidentStatus, string> = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
};

/** The names of languages in English, for staff and authors. */
export const languageWords: Record<Language, string> = {
  en: 'English',
  es: 'Spanish',
  fr: 'French',
  de: 'German',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
  pl: 'Polish',
  tr: 'Turkish',
  uk: 'Ukrainian',
  ar: 'Arabic',
  zh: 'Chinese',
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
