import type { Approval, BriefingContent, Language } from './model';
import { wordingKey, wordings, type WordingBlock } from './wordings';

/** An approval as recorded: it counts for exactly these words. */
export type RecordedApproval = Approval & { key: string; text: string };

export type ApprovedContent = {
  /** Without a wording that nobody approved, in any language. */
  content: BriefingContent;
  /** By wording key; an approval outranks an emergency. */
  approvals: Record<string, Approval>;
  unapproved: number;
};

/**
 * What of a version may leave the author's hands. An approval counts for the words it was given for, letter by letter,
 * so that a changed sentence is unapproved until somebody looks again.
 */
export function approvedContent(
  content: BriefingContent,
  recorded: readonly RecordedApproval[],
): ApprovedContent {
  const approvals: Record<string, Approval> = {};
  let unapproved = 0;
  for (const { key, text } of wordings(content)) {
    const fitting = recorded.filter((one) => one.key === key && one.text === text);
    const best = fitting.find(({ kind }) => kind === 'approved') ?? fitting[0];
    if (best === undefined) unapproved += 1;
    else approvals[key] = { kind: best.kind, byName: best.byName, at: best.at };
  }
  const isApproved = (block: WordingBlock, id: string, language: Language) =>
    approvals[wordingKey(block, id, language)] !== undefined;
  const own = (block: WordingBlock, id: string, text: string) =>
    isApproved(block, id, content.language) ? text : '';
  const others = (block: WordingBlock, id: string, also: Partial<Record<Language, string>>) =>
    Object.fromEntries(
      Object.entries(also).filter(([language]) => isApproved(block, id, language as Language)),
    );
  const hasWords = (text: string, also: object) => text !== '' || Object.keys(also).length > 0;
  return {
    approvals,
    unapproved,
    content: {
      ...content,
      opening: own('opening', '', content.opening),
      openingIn: others('opening', '', content.openingIn),
      closing: own('closing', '', content.closing),
      statements: content.statements
        .map((item) => ({
          ...item,
          text: own('statements', item.id, item.text),
          in: others('statements', item.id, item.in),
        }))
        .filter((item) => hasWords(item.text, item.in)),
      assurances: content.assurances.filter((item) => own('assurances', item.id, item.text) !== ''),
      qa: content.qa
        .map((item) => ({
          ...item,
          answer: own('qa', item.id, item.answer),
          in: others('qa', item.id, item.in),
        }))
        .filter((item) => hasWords(item.answer, item.in)),
    },
  };
}
