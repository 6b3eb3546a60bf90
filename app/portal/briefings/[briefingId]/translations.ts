import type { BriefingContent, Language } from '@/domain/briefings/model';

type Translated = Pick<BriefingContent, 'language' | 'opening' | 'openingIn' | 'statements' | 'qa'>;

/**
 * The languages a draft is also written in, its own left out. One that was added and has no words yet is kept by an
 * empty opening.
 */
export function addedLanguages({ language, openingIn, statements, qa }: Translated): Language[] {
  const worded = [...statements, ...qa].flatMap((item) => Object.keys(item.in) as Language[]);
  const named = [...(Object.keys(openingIn) as Language[]), ...worded];
  return [...new Set(named)].filter((one) => one !== language);
}

/** The fields whose sentence has words in the briefing's own language, and none yet in this one. */
export function missingIn(language: Language, { opening, openingIn, statements, qa }: Translated): string[] {
  const isMissing = (own: string, also: Partial<Record<Language, string>>) =>
    own.trim() !== '' && (also[language] ?? '').trim() === '';
  return [
    ...(isMissing(opening, openingIn) ? [`openingIn.${language}`] : []),
    ...statements.flatMap((item, n) =>
      isMissing(item.text, item.in) ? [`statements.${n}.in.${language}`] : [],
    ),
    ...qa.flatMap((item, n) => (isMissing(item.answer, item.in) ? [`qa.${n}.in.${language}`] : [])),
  ];
}

/** The draft without anything in this language. */
export function withoutLanguage(content: BriefingContent, language: Language): BriefingContent {
  const without = (also: Partial<Record<Language, string>>) =>
    Object.fromEntries(Object.entries(also).filter(([one]) => one !== language));
  return {
    ...content,
    openingIn: without(content.openingIn),
    statements: content.statements.map((item) => ({ ...item, in: without(item.in) })),
    qa: content.qa.map((item) => ({ ...item, in: without(item.in) })),
  };
}

/** How many sentences stand in a language. */
export function wordsIn(language: Language, { openingIn, statements, qa }: Translated): number {
  return [openingIn, ...statements.map((item) => item.in), ...qa.map((item) => item.in)].filter(
    (also) => (also[language] ?? '').trim() !== '',
  ).length;
}

/** The draft as it is saved: a translation without words is none. */
export function withoutEmptyTranslations(content: BriefingContent): BriefingContent {
  const worded = (also: Partial<Record<Language, string>>) =>
    Object.fromEntries(Object.entries(also).filter(([, words]) => words.trim() !== ''));
  return {
    ...content,
    statements: content.statements.map((item) => ({ ...item, in: worded(item.in) })),
    qa: content.qa.map((item) => ({ ...item, in: worded(item.in) })),
  };
}
