import { unreadable, type FoundQuestion, type FoundQuestions } from './question-rows';

const KNOWN = ['id', 'question', 'answer', 'language', 'validUntil', 'in'];

/**
 * The entries of a JSON array of questions, of `{"qa": […]}`, or of our own export of a briefing. An entry's
 * translations (`in`) become rows of their own under the same number.
 */
export function jsonQuestions(text: string): FoundQuestions {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return unreadable('This is no JSON that can be read.');
  }
  const holder = isObject(value) && isObject(value['content']) ? value['content'] : value;
  const entries = isObject(holder) ? holder['qa'] : holder;
  const language = isObject(holder) ? holder['language'] : undefined;
  if (!Array.isArray(entries)) {
    return unreadable('Give a list of {"question": "…", "answer": "…"}, or an export of a briefing.');
  }
  const found: FoundQuestion[] = [];
  for (const [n, entry] of entries.entries()) {
    const row = n + 1;
    if (!isObject(entry)) return unreadable(`Entry ${row} is no {"question": "…", "answer": "…"}.`, row);
    const stranger = Object.keys(entry).find((key) => !KNOWN.includes(key));
    if (stranger !== undefined) {
      return unreadable(`Entry ${row}: the field “${stranger.slice(0, 60)}” is not known here.`, row);
    }
    const { question, answer, in: also } = entry;
    if (also !== undefined && !isObject(also)) {
      return unreadable(`Entry ${row}: “in” names languages, each with its answer.`, row, 'language');
    }
    const translations = Object.entries(also ?? {}).map(([name, words]) => ({
      row,
      question,
      answer: words,
      language: name,
    }));
    found.push({ row, question, answer, language: entry['language'] ?? language }, ...translations);
  }
  return { found, problems: [] };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
