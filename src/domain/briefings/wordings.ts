import type { BriefingContent, Language } from './model';

/** Everything an operator reads aloud is a wording; each is approved on its own, in each language. */
export type WordingBlock = 'opening' | 'statements' | 'assurances' | 'qa' | 'closing';

/** One sentence as it may be said. `key` stays the same across versions: `{block}/{item id}/{language}`. */
export type Wording = {
  key: string;
  block: WordingBlock;
  /** '' for the opening and the closing, which are single. */
  itemId: string;
  language: Language;
  text: string;
  validUntil: string | null;
};

/** The key of one sentence in one language. */
export function wordingKey(block: WordingBlock, itemId: string, language: Language): string {
  return `${block}/${itemId}/${language}`;
}

/** All sentences of a briefing that are said aloud, in every language they stand in, in the order of the blocks. */
export function wordings(content: BriefingContent): Wording[] {
  const found: Wording[] = [];
  const note = (
    block: WordingBlock,
    itemId: string,
    text: string,
    also: Partial<Record<Language, string>>,
    validUntil: string | null,
  ) => {
    const inAll = { ...also, [content.language]: text };
    for (const [language, words] of Object.entries(inAll) as [Language, string][]) {
      if (words.trim() === '') continue;
      found.push({
        key: wordingKey(block, itemId, language),
        block,
        itemId,
        language,
        text: words,
        validUntil,
      });
    }
  };
  note('opening', '', content.opening, content.openingIn, null);
  for (const { id, text, in: also, validUntil } of content.statements)
    note('statements', id, text, also, validUntil);
  for (const { id, text } of content.assurances) note('assurances', id, text, {}, null);
  for (const { id, answer, in: also, validUntil } of content.qa) note('qa', id, answer, also, validUntil);
  note('closing', '', content.closing, {}, null);
  return found;
}
