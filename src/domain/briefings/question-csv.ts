import { parse } from 'csv-parse/sync';
import { unreadable, type FoundQuestion, type FoundQuestions } from './question-rows';

const COLUMNS = ['question', 'answer', 'language'];
const NEEDED = ['question', 'answer'];
const DELIMITERS = [',', ';', '\t'];

/** What spreadsheets write: a byte order mark, any of three delimiters, quoted cells with line breaks in them. */
const options = { bom: true, relax_column_count: true, relax_quotes: true };

/** The rows of a CSV whose first row names the columns question, answer and, if wished, language. */
export function csvQuestions(text: string): FoundQuestions {
  const delimiter = delimiterOf(text);
  let records: string[][];
  try {
    records = parse(text, { ...options, delimiter });
  } catch (error) {
    const { code, records: read = 0 } = error as { code?: string; records?: number };
    const words =
      code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'A quotation mark opens a cell, and none closes it.'
        : 'This is no CSV.';
    return unreadable(`Row ${read + 1}: ${words}`, read + 1);
  }
  const [header = [], ...rest] = records;
  const names = namesOf(header);
  const problem = headerProblem(names);
  if (problem !== null) return problem;

  const found: FoundQuestion[] = [];
  for (const [n, cells] of rest.entries()) {
    if (cells.every(isBlank)) continue;
    const row = n + 2;
    if (cells.some((cell, at) => !isBlank(cell) && (names[at] ?? '') === '')) {
      const sign = delimiter === '\t' ? 'a tab' : `“${delimiter}”`;
      const words = `Row ${row} has more cells than row 1 has columns. Put a text with ${sign} in it into quotation marks.`;
      return unreadable(words, row);
    }
    const cell = (name: string) => cells[names.indexOf(name)] ?? '';
    found.push({ row, question: cell('question'), answer: cell('answer'), language: cell('language') });
  }
  return { found, problems: [] };
}

const isBlank = (cell: string) => cell.trim() === '';
const namesOf = (header: readonly string[]) => header.map((name) => name.trim().toLowerCase());

/** The delimiter that makes the needed columns of the first row; else the one that makes most. */
function delimiterOf(text: string): string {
  const headers = DELIMITERS.map((delimiter) => {
    const [header = []] = firstRecord(text, delimiter);
    return { delimiter, names: namesOf(header) };
  });
  const fitting = headers.find(({ names }) => NEEDED.every((name) => names.includes(name)));
  const [widest] = headers.toSorted((a, b) => b.names.length - a.names.length);
  return (fitting ?? widest)?.delimiter ?? ',';
}

function firstRecord(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { ...options, delimiter, to: 1 });
  } catch {
    // Cut by this delimiter it is no CSV; what is wrong is told for the one that is chosen.
    return [];
  }
}

function headerProblem(names: readonly string[]): FoundQuestions | null {
  for (const name of NEEDED) {
    const times = names.filter((one) => one === name).length;
    if (times === 1) continue;
    const words = times === 0 ? `Row 1 has no column “${name}”.` : `Row 1 has the column “${name}” twice.`;
    return unreadable(`${words} It names the columns: question, answer and, if you like, language.`, 1, name);
  }
  const stranger = names.find((name) => name !== '' && !COLUMNS.includes(name));
  const extra = stranger ?? (names.filter((name) => name === 'language').length > 1 ? 'language' : undefined);
  if (extra === undefined) return null;
  return unreadable(`Row 1: the column “${extra.slice(0, 60)}” is one too many. Take it out.`, 1);
}
