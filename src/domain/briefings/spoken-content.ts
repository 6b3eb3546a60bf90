import type { BriefingContent, Language } from './model';

export type SpokenContent = {
  /** Only what may be said at that instant, in the language asked for where it stands in it. */
  content: BriefingContent;
  /** `opening` or ids of statements and answers that are missing in that language: they stand in the briefing's own. */
  missing: string[];
  /** How many statements and answers are over their validity. */
  expired: number;
};

/**
 * What an operator may say at an instant. What has expired is not there, whatever a cache still holds. A sentence that
 * is missing in the language asked for is given in the briefing's own, and named in `missing`.
 */
export function spokenContent(content: BriefingContent, language: Language, now: Date): SpokenContent {
  const missing: string[] = [];
  const inLanguage = (id: string, own: string, also: Partial<Record<Language, string>>) => {
    const words = language === content.language ? own : (also[language] ?? '');
    if (words !== '') return words;
    if (own !== '') missing.push(id);
    return own;
  };
  const isValid = ({ validUntil }: { validUntil: string | null }) =>
    validUntil === null || new Date(validUntil) > now;
  const statements = content.statements.filter(isValid);
  const qa = content.qa.filter(isValid);
  const expired = content.statements.length + content.qa.length - statements.length - qa.length;
  return {
    content: {
      ...content,
      opening: inLanguage('opening', content.opening, content.openingIn),
      statements: statements
        .map((item) => ({ ...item, text: inLanguage(item.id, item.text, item.in) }))
        .filter(({ text }) => text !== ''),
      qa: qa
        .map((item) => ({ ...item, answer: inLanguage(item.id, item.answer, item.in) }))
        .filter(({ answer }) => answer !== ''),
    },
    missing,
    expired,
  };
}

/** The languages a briefing can be read in, its own first. */
export function spokenLanguages(content: BriefingContent): Language[] {
  const also = [
    content.openingIn,
    ...content.statements.map((item) => item.in),
    ...content.qa.map((item) => item.in),
  ];
  const named = also.flatMap((one) => Object.keys(one) as Language[]);
  return [...new Set([content.language, ...named])];
}
