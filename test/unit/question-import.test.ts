import fc from 'fast-check';
import { expect, it } from 'vitest';
import { identifiedContent } from '../../src/domain/briefings/identified-content';
import { briefingContentInput, type BriefingContentInput } from '../../src/domain/briefings/model';
import { readQuestions } from '../../src/domain/briefings/question-import';
import { mergedQuestions } from '../../src/domain/briefings/question-merge';
import type { QuestionRow } from '../../src/domain/briefings/question-rows';

const csv = (...lines: string[]) => readQuestions('csv', lines.join('\n'));
const json = (value: unknown) => readQuestions('json', JSON.stringify(value));
const wordsOf = ({ problems }: ReturnType<typeof readQuestions>) => problems.map(({ words }) => words);

const closed = { row: 2, question: 'Are you closed?', answer: 'Yes, until Monday.' };

it('reads what spreadsheets write: any of three delimiters, a byte order mark, quoted line breaks', () => {
  expect(csv('question,answer', 'Are you closed?,"Yes, until Monday."').rows).toEqual([closed]);
  expect(csv('\uFEFF"Answer";"Question"', 'Yes, until Monday.;Are you closed?').rows).toEqual([closed]);
  expect(csv('question\tanswer\r', 'Are you closed?\tYes, until Monday.\r').rows).toEqual([closed]);
  expect(csv(' QUESTION , Answer ', 'Are you closed?,"Yes.\r\nUntil ""Monday""."', '').rows).toEqual([
    { ...closed, answer: 'Yes.\nUntil "Monday".' },
  ]);
});

it('keeps what a spreadsheet would take for a formula, word for word', () => {
  const cells = ['=1+1', '+49 30 1', '-5 degrees?', '@home', '=HYPERLINK("x")'];
  const { rows } = csv(
    'question;answer',
    ...cells.map((cell, n) => `${cell.replaceAll('"', '')} ${n};${cell}`),
  );
  expect(rows.map(({ answer }) => answer)).toEqual(cells);
});

it('reads answers in other languages, and says which languages there are', () => {
  const header = 'question,answer,language';
  expect(csv(header, 'Open?,Yes,', 'Open?,Sí,ES').rows).toEqual([
    { row: 2, question: 'Open?', answer: 'Yes' },
    { row: 3, question: 'Open?', answer: 'Sí', language: 'es' },
  ]);
  expect(wordsOf(csv(header, 'Open?,Ja,xx'))).toEqual([
    expect.stringMatching(/^Row 2, language: Use one of en, es, .+ or leave it empty\.$/),
  ]);
});

it('reads a list, a list named qa, and our own export', () => {
  const qa = [{ question: 'Open?', answer: 'Yes' }];
  const [row] = [{ row: 1, question: 'Open?', answer: 'Yes' }];
  expect(json(qa).rows).toEqual([row]);
  expect(json({ qa, language: 'en' }).rows).toEqual([{ ...row, language: 'en' }]);
  const kept = { id: 'x', validUntil: null, in: { es: 'Sí' } };
  expect(json({ format: 'x', content: { language: 'en', qa: [{ ...qa[0], ...kept }] } }).rows).toEqual([
    { ...row, language: 'en' },
    { ...row, answer: 'Sí', language: 'es' },
  ]);
});

const refused: [what: string, read: ReturnType<typeof readQuestions>, rows: number[], words: RegExp][] = [
  ['nothing', csv(''), [1], /^Row 1 has no column “question”/],
  [
    'another header',
    csv('frage,antwort', 'a,b'),
    [1],
    /^Row 1 has no column “question”\. It names the columns/,
  ],
  ['no answers', csv('question', 'a'), [1], /^Row 1 has no column “answer”/],
  ['a column twice', csv('question,answer,answer', 'a,b,c'), [1], /^Row 1 has the column “answer” twice/],
  [
    'a column too many',
    csv('question,answer,notes', 'a,b,c'),
    [1],
    /^Row 1: the column “notes” is one too many/,
  ],
  ['a header alone', csv('question,answer', ',', ''), [0], /^There is no question in this file\.$/],
  ['no question', csv('question,answer', ' ,b'), [2], /^Row 2, question: The question is missing\.$/],
  ['no answer', csv('question,answer', 'x,y', 'a,'), [3], /^Row 3, answer: The answer is missing\.$/],
  ['a cell too many', csv('question,answer', 'a,b, c'), [2], /^Row 2 has more cells .* with “,” in it/],
  [
    'an open quote',
    csv('question,answer', 'a,b', 'c,"d', 'e,f'),
    [3],
    /^Row 3: A quotation mark opens a cell/,
  ],
  ['a long question', csv('question,answer', `${'q'.repeat(601)},b`), [2], /^Row 2, question: .* 600 char/],
  ['a long answer', csv('question,answer', `a,${'b'.repeat(4001)}`), [2], /^Row 2, answer: .* 4,000 char/],
  ['a repeat', csv('question,answer', 'Open?,a', '', ' open? ,b'), [4], /^Row 4, question: .* row 2 too\.$/],
  ['no JSON', readQuestions('json', '{'), [0], /^This is no JSON/],
  ['a number', json(5), [0], /^Give a list of/],
  ['an entry of text', json(['a']), [1], /^Entry 1 is no/],
  [
    'a question of numbers',
    json([{ question: 5, answer: 'b' }]),
    [1],
    /^Entry 1, question: This must be text/,
  ],
  ['an entry without answer', json([{ question: 'a' }]), [1], /^Entry 1, answer: The answer is missing\.$/],
  ['an unknown field', json([{ question: 'a', answer: 'b', notes: '' }]), [1], /^Entry 1: the field “notes”/],
  [
    'wrong translations',
    json([{ question: 'a', answer: 'b', in: [] }]),
    [1],
    /^Entry 1: “in” names languages/,
  ],
];

it.each(refused)('refuses %s, naming row and column', (_, { rows, problems }, at, words) => {
  expect(rows).toEqual([]);
  expect(problems.map(({ row }) => row)).toEqual(at);
  expect(problems[0]?.words).toMatch(words);
});

it('tells of every wrong row at once, and of too many not one by one', () => {
  const lines = (count: number, answer: string) =>
    Array.from({ length: count }, (_, n) => `Question ${n},${answer}`);
  expect(wordsOf(csv('question,answer', ...lines(3, '')))).toHaveLength(3);
  expect(csv('question,answer', ...lines(60, 'Yes')).rows).toHaveLength(60);
  expect(wordsOf(csv('question,answer', ...lines(61, 'Yes')))).toEqual([
    'A briefing holds at most 60 questions. This file has more.',
  ]);
  const repeats = Array.from({ length: 700 }, () => 'Open?,');
  const problems = wordsOf(csv('question,answer', ...repeats));
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)).toBe('And 600 more problems.');
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

it('reads back whatever was written, whatever is in the cells', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
  const cells = fc.uniqueArray(fc.tuple(text, text), { maxLength: 20, selector: ([question]) => question });
  fc.assert(
    fc.property(cells, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, sign, end) => {
      const tidy = rows.map((row, n) => row.map((cell) => `${n} ${cell} x`));
      const lines = [['question', 'answer'], ...tidy].map((row) => row.map(quoted).join(sign));
      const read = readQuestions('csv', lines.join(end));
      const wanted = tidy.map((row) =>
        row.map((cell) => cell.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '')),
      );
      expect(read.rows.map(({ question, answer }) => [question, answer])).toEqual(wanted);
    }),
  );
});

it('never throws, and always says something about what it does not take', () => {
  const format = fc.constantFrom('csv' as const, 'json' as const);
  fc.assert(
    fc.property(format, fc.string({ unit: 'binary' }), fc.boolean(), (kind, text, withHeader) => {
      const { rows, problems } = readQuestions(kind, withHeader ? `question,answer\n${text}` : text);
      expect(rows.length === 0).toBe(problems.length > 0);
      for (const { words } of problems) expect(words).toMatch(/^[A-Z].+[.}]$/s);
    }),
  );
});

let counter = 0;
const newId = () => `new ${(counter += 1)}`;
const contentOf = (input: BriefingContentInput) =>
  identifiedContent(briefingContentInput.parse(input), newId);
const rowsOf = (...rows: Omit<QuestionRow, 'row'>[]) => rows.map((row, n) => ({ row: n + 2, ...row }));

it('gives a known question its new answer, and adds every other one at the end', () => {
  const content = contentOf({ qa: [{ question: 'Are you  Open?', answer: 'No', in: { es: 'No' } }] });
  const rows = rowsOf(
    { question: 'Until when?', answer: 'Six.' },
    { question: 'are you open? ', answer: 'Yes', language: 'en' },
    { question: 'Until when?', answer: 'A las seis.', language: 'es' },
  );
  const merged = mergedQuestions(content, rows, newId);
  expect(merged).toMatchObject({ added: 1, updated: 1, problems: [] });
  const [item] = content.qa;
  expect(merged.content.qa).toEqual([
    { ...item, answer: 'Yes' },
    {
      id: expect.any(String) as string,
      question: 'Until when?',
      answer: 'Six.',
      validUntil: null,
      in: { es: 'A las seis.' },
    },
  ]);
  // The draft that was given stays as it was.
  expect(item?.answer).toBe('No');
  expect(mergedQuestions(merged.content, rows, newId)).toMatchObject({ added: 0, updated: 0, problems: [] });
});

it('takes no translation of a question that has no answer, and no more than sixty questions', () => {
  const alone = rowsOf({ question: 'Open?', answer: 'Sí', language: 'es' });
  expect(mergedQuestions(contentOf({}), alone, newId).problems).toEqual([
    { row: 2, field: 'language', words: '“Open?” has no answer in the briefing’s own language (en) yet.' },
  ]);
  const twice = rowsOf(
    { question: 'Open?', answer: 'Yes' },
    { question: 'Open?', answer: 'No', language: 'en' },
  );
  expect(mergedQuestions(contentOf({}), twice, newId).problems).toMatchObject([
    { row: 3, field: 'language' },
  ]);
  const full = contentOf({
    qa: Array.from({ length: 60 }, (_, n) => ({ question: `Question ${n}`, answer: 'Yes' })),
  });
  const [known, another] = rowsOf(
    { question: 'question 3', answer: 'No' },
    { question: 'One more', answer: 'No' },
  );
  if (known === undefined || another === undefined) throw new Error('two rows were made');
  expect(mergedQuestions(full, [known], newId).problems).toEqual([]);
  expect(mergedQuestions(full, [known, another], newId).problems).toMatchObject([
    { row: 0, words: 'A briefing holds at most 60 questions. With this file it would have 61.' },
  ]);
});
