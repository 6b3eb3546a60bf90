import type { BriefingContent, Language } from '../briefings/model';

type Statement = BriefingContent['statements'][number];

export type ToldWords = { text: string; language: Language };

/**
 * The words a caller heard: in the language they were said in where the desk had it, else in the briefing's own.
 * @param approved the statement as the desk held it; undefined: nobody has approved it
 */
export function toldWords(
  statement: Statement,
  approved: Statement | undefined,
  said: Language | undefined,
  own: Language,
): ToldWords {
  const translation = said === undefined || said === own ? undefined : approved?.in[said];
  if (said === undefined || translation === undefined) return { text: statement.text, language: own };
  return { text: translation, language: said };
}

/** Whether a statement says these words, in any language it stands in. */
export function hasWords(statement: Statement, text: string): boolean {
  return statement.text === text || Object.values(statement.in).includes(text);
}
