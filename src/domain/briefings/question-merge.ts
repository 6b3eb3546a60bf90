import { mostQuestions, type BriefingContent } from './model';
import { questionKey, type QuestionRow, type RowProblem } from './question-rows';

export type MergedQuestions = {
  content: BriefingContent;
  /** Questions that were not there before. */
  added: number;
  /** Questions that have another answer now, in any language. */
  updated: number;
  problems: RowProblem[];
};

/** Puts rows into a briefing: a question that is there gets the new answer, every other one is added at the end. */
export function mergedQuestions(
  content: BriefingContent,
  rows: readonly QuestionRow[],
  newId: () => string,
): MergedQuestions {
  const qa = content.qa.map((item) => ({ ...item, in: { ...item.in } }));
  const byKey = new Map(qa.toReversed().map((item) => [questionKey(item.question), item]));
  const changed = new Set<string>();
  const problems: RowProblem[] = [];
  let added = 0;

  const isOwn = ({ language }: QuestionRow) => language === undefined || language === content.language;
  const given = new Set<string>();
  for (const { row, question, answer } of rows.filter(isOwn)) {
    const key = questionKey(question);
    if (given.has(key)) {
      const words = `“${question.slice(0, 80)}” has two answers in ${content.language}.`;
      problems.push({ row, field: 'language', words });
    }
    given.add(key);
    const known = byKey.get(key);
    if (known === undefined) {
      const item = { id: newId(), question, answer, validUntil: null, in: {} };
      qa.push(item);
      byKey.set(key, item);
      added += 1;
    } else if (known.answer !== answer) {
      known.answer = answer;
      changed.add(known.id);
    }
  }
  // Afterwards the translations: each belongs to a question that is there by now.
  const present = new Set(content.qa.map(({ id }) => id));
  for (const { row, question, answer, language } of rows.filter((one) => !isOwn(one))) {
    const item = byKey.get(questionKey(question));
    if (item === undefined || language === undefined) {
      const words = `“${question.slice(0, 80)}” has no answer in the briefing’s own language (${content.language}) yet.`;
      problems.push({ row, field: 'language', words });
    } else if (item.in[language] !== answer) {
      item.in[language] = answer;
      if (present.has(item.id)) changed.add(item.id);
    }
  }
  if (qa.length > mostQuestions) {
    const words = `A briefing holds at most ${mostQuestions} questions. With this file it would have ${qa.length}.`;
    problems.push({ row: 0, field: '', words });
  }
  return { content: { ...content, qa }, added, updated: changed.size, problems };
}
