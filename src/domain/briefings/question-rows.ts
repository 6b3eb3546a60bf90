import type { Language } from './model';

/** One question of a file. `row` counts as a spreadsheet does (row 1 names the columns), or the entries of JSON. */
export type QuestionRow = {
  row: number;
  question: string;
  answer: string;
  /** The answer's language; left out: the briefing's own. */
  language?: Language;
};

/** What is wrong in which row; `field` is the column, '' for a whole row. Row 0 is the file as a whole. */
export type RowProblem = { row: number; field: string; words: string };

/** A cell or an entry as it was found, not looked at yet. */
export type FoundQuestion = { row: number; question: unknown; answer: unknown; language: unknown };

/** What a format yields: all of it, or why it cannot be read. */
export type FoundQuestions = { found: FoundQuestion[]; problems: RowProblem[] };

export function unreadable(words: string, row = 0, field = ''): FoundQuestions {
  return { found: [], problems: [{ row, field, words }] };
}

/** Questions are the same whatever their case and spacing. */
export function questionKey(question: string): string {
  return question.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
