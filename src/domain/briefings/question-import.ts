import { briefingContentInput, languages, mostQuestions, type ImportFormat, type Language } from './model';
import { csvQuestions } from './question-csv';
import { jsonQuestions } from './question-json';
import { questionKey, type FoundQuestion, type QuestionRow, type RowProblem } from './question-rows';

const MOST_PROBLEMS = 100;

const answerInput = briefingContentInput.shape.qa.unwrap().element;

/**
 * The questions of a file, or everything that is wrong with it, in words for whoever made it. A cell stays the text that
 * it is, also one that a spreadsheet would take for a formula.
 */
export function readQuestions(
  format: ImportFormat,
  text: string,
): { rows: QuestionRow[]; problems: RowProblem[] } {
  const { found, problems } = format === 'csv' ? csvQuestions(text) : jsonQuestions(text);
  if (problems.length > 0) return { rows: [], problems };
  const whole = wholeProblem(found);
  if (whole !== null) return { rows: [], problems: [{ row: 0, field: '', words: whole }] };

  const noun = format === 'csv' ? 'Row' : 'Entry';
  const rows: QuestionRow[] = [];
  const firstRows = new Map<string, number>();
  for (const one of found) {
    const checked = checkedRow(one, noun);
    if ('wrong' in checked) {
      problems.push(...checked.wrong);
      continue;
    }
    const key = `${checked.language ?? ''} ${questionKey(checked.question)}`;
    const first = firstRows.get(key);
    if (first === undefined) firstRows.set(key, one.row);
    else
      problems.push(problemOf(one.row, 'question', noun, `It stands in ${noun.toLowerCase()} ${first} too.`));
    rows.push(checked);
  }
  if (problems.length === 0) return { rows, problems: [] };
  const rest = problems.length - MOST_PROBLEMS;
  if (rest > 0)
    problems.splice(MOST_PROBLEMS, rest, { row: 0, field: '', words: `And ${rest} more problems.` });
  return { rows: [], problems };
}

function wholeProblem(found: readonly FoundQuestion[]): string | null {
  if (found.length === 0) return 'There is no question in this file.';
  const questions = new Set(found.map(({ question }) => questionKey(String(question))));
  const isTooLong = questions.size > mostQuestions || found.length > mostQuestions * languages.length;
  return isTooLong ? `A briefing holds at most ${mostQuestions} questions. This file has more.` : null;
}

const problemOf = (row: number, field: string, noun: string, words: string): RowProblem => ({
  row,
  field,
  words: `${noun} ${row}, ${field}: ${words}`,
});

function checkedRow(found: FoundQuestion, noun: string): QuestionRow | { wrong: RowProblem[] } {
  const wrong: RowProblem[] = [];
  const told = (field: string, words: string) => wrong.push(problemOf(found.row, field, noun, words));
  const textOf = (field: 'question' | 'answer') => {
    const value = found[field];
    if (typeof value === 'string') return withoutControls(value);
    told(field, value === undefined ? `The ${field} is missing.` : 'This must be text.');
    return null;
  };
  const question = textOf('question');
  const answer = textOf('answer');
  if (question === '') told('question', 'The question is missing.');
  if (answer === '') told('answer', 'The answer is missing.');
  const language = languageOf(found.language);
  if (language === null) told('language', `Use one of ${languages.join(', ')}, or leave it empty.`);
  const parsed = answerInput.safeParse({ question: question ?? '', answer: answer ?? '' });
  for (const { path, message } of parsed.error?.issues ?? []) told(String(path[0]), message);
  if (wrong.length > 0 || question === null || answer === null || language === null) return { wrong };
  return { row: found.row, question, answer, ...(language !== undefined && { language }) };
}

function withoutControls(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .trim();
}

/** @returns undefined where none is named, null for one that there is not */
function languageOf(value: unknown): Language | undefined | null {
  const name = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (name === undefined || name === null || name === '') return undefined;
  return languages.find((language) => language === name) ?? null;
}
