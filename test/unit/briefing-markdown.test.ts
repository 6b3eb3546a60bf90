import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefingMarkdown } from '../../src/domain/briefings/briefing-markdown';
import {
  briefingSheet,
  type BriefingExport,
  type BriefingSheet,
} from '../../src/domain/briefings/briefing-sheet';
import { identifiedContent } from '../../src/domain/briefings/identified-content';
import {
  briefingContentInput,
  type Approval,
  type BriefingContent,
  type BriefingContentInput,
} from '../../src/domain/briefings/model';
import { wordings } from '../../src/domain/briefings/wordings';

const at = (clock: string) => new Date(`2026-03-29T${clock}:00Z`);
const approved: Approval = { kind: 'approved', byName: 'The author', at: at('10:00') };

function contentOf(input: BriefingContentInput): BriefingContent {
  let counter = 0;
  return identifiedContent(briefingContentInput.parse(input), () => `id-${(counter += 1)}`);
}

/** Published as version 3, with every sentence approved. */
function exportOf(input: BriefingContentInput, changes: Partial<BriefingExport> = {}): BriefingExport {
  const content = contentOf({ headline: 'Payslips are wrong', opening: 'I am sorry.', ...input });
  return {
    briefingId: 'a briefing',
    clientId: 'a client',
    clientName: 'Brightwater Payroll',
    timeZone: 'Europe/Berlin',
    state: 'published',
    version: 3,
    publishedAt: at('10:00'),
    publishedByName: 'The author',
    exportedAt: at('12:00'),
    content,
    approvals: Object.fromEntries(wordings(content).map(({ key }) => [key, approved])),
    withdrawals: [],
    ...changes,
  };
}

const written = (input: BriefingContentInput, changes: Partial<BriefingExport> = {}) =>
  briefingMarkdown(briefingSheet(exportOf(input, changes)));

describe('a published briefing', () => {
  it('reads from top to bottom: what it is, what never to say, what to say, by whose approval and until when', () => {
    const markdown = written({
      severity: 'critical',
      startsAt: '2026-03-29T10:00:00Z',
      nextUpdateDueAt: '2026-03-29T16:00:00Z',
      neverSay: [{ phrase: 'data breach', sayInstead: 'a printing error' }],
      statements: [
        { text: 'Your salary is right.', validUntil: '2026-03-30T10:00:00Z' },
        'A new one follows.',
      ],
      assurances: [{ text: 'We will try to send it today.', promiseRule: 'will_try' }],
      qa: [{ question: 'Was I paid?', answer: 'Yes.' }],
      facts: [
        { text: 'The bank has the right amounts.', source: 'The bank', knownAt: '2026-03-29T09:00:00Z' },
      ],
      intake: [{ label: 'Site', kind: 'choice', choices: ['Bonn', 'Kiel'], required: true }],
      closing: 'Thank you.',
    });
    expect(markdown).toBe(`# Payslips are wrong

**CRITICAL**

- Client: Brightwater Payroll
- Status: Investigating
- Version: 3, published by The author, 29 March 2026 at 12:00 CEST
- In force from: 29 March 2026 at 12:00 CEST
- In force until: it is resolved
- Next update due: 29 March 2026 at 18:00 CEST
- Languages: English
- Exported: 29 March 2026 at 14:00 CEST

## Never say

- **data breach**\\
  Say instead: a printing error

## Opening

- I am sorry.\\
  *Approved by The author, 29 March 2026 at 12:00 CEST*

## Statements

1. Your salary is right.\\
   *Approved by The author, 29 March 2026 at 12:00 CEST · Valid until 30 March 2026 at 12:00 CEST*
2. A new one follows.\\
   *Approved by The author, 29 March 2026 at 12:00 CEST*

## Assurances

- We will try to send it today.\\
  *Say “we will try”, no more. · Approved by The author, 29 March 2026 at 12:00 CEST*

## Apologies permitted

- Blameless: “I am sorry that you have this trouble.”

## Questions and answers

- **Was I paid?**\\
  Yes.\\
  *Approved by The author, 29 March 2026 at 12:00 CEST*

## Facts

- The bank has the right amounts.\\
  *Source: The bank · Known at 29 March 2026 at 11:00 CEST*

## Ask the caller for

- Site\\
  *Required · One of: Bonn, Kiel*

## Closing

- Thank you.\\
  *Approved by The author, 29 March 2026 at 12:00 CEST*
`);
  });

  it('names the language of every sentence that is not in its own, with its own approver', () => {
    const source = exportOf({ opening: 'I am sorry.', openingIn: { es: 'Lo siento.' } });
    source.approvals['opening//es'] = { ...approved, byName: 'Ana' };
    const markdown = briefingMarkdown(briefingSheet(source));
    expect(markdown).toContain('Lo siento.\\\n  *Spanish · Approved by Ana');
    expect(markdown).toContain('- Languages: English, Spanish');
  });

  it('leaves out what nobody approved, and says how much', () => {
    const source = exportOf({ statements: ['One.', 'Two.'], qa: [{ question: 'Why?', answer: 'Because.' }] });
    const unapproved = Object.keys(source.approvals).filter((key) => /^(qa|statements)/.test(key));
    const approvals = { ...source.approvals };
    for (const key of unapproved) delete approvals[key];
    const markdown = briefingMarkdown(briefingSheet({ ...source, approvals }));
    for (const words of ['One.', 'Two.', 'Why?', 'Because.']) expect(markdown).not.toContain(words);
    expect(markdown).toContain('> **3 sentences that nobody has approved are left out.**');
  });

  it('marks what was published in an emergency, what is over, and what was withdrawn', () => {
    const source = exportOf({
      statements: [{ text: 'It ends at noon.', validUntil: '2026-03-29T12:00:00Z' }],
    });
    source.approvals['opening//en'] = { ...approved, kind: 'emergency' };
    const withdrawal = {
      id: 'w',
      statementId: 's',
      version: 2,
      text: 'Your bank has the money.',
      correction: 'It is sent again.',
      reason: 'The bank sent it back.',
      at: at('11:00'),
      byName: 'The author',
    };
    const markdown = briefingMarkdown(briefingSheet({ ...source, withdrawals: [withdrawal] }));
    expect(markdown).toContain(
      'Published in an emergency by The author, 29 March 2026 at 12:00 CEST; not approved yet',
    );
    expect(markdown).toContain('~~It ends at noon.~~\\\n   *Approved');
    expect(markdown).toContain('Over since 29 March 2026 at 14:00 CEST: do not say it any more');
    expect(markdown).toContain(
      '- ~~**Your bank has the money.**~~\\\n  Say instead: It is sent again.\\\n  *Withdrawn by The author, 29 March 2026 at 13:00 CEST: The bank sent it back.*',
    );
  });

  it.each([
    ['a draft', { version: 0, publishedAt: null, approvals: {} }, 'Draft, not published. Nothing in it may'],
    ['withdrawn', { state: 'withdrawn' }, 'Withdrawn. Nothing in it may be said'],
    ['resolved', { state: 'resolved' }, 'Resolved. It is not in force any more.'],
  ] satisfies [string, Partial<BriefingExport>, string][])(
    'says first of all that it is %s',
    (_, changes, words) => {
      expect(written({}, changes)).toContain(`# Payslips are wrong\n\n> **${words}`);
    },
  );

  it('says that its time is over, or has not come', () => {
    expect(written({ endsAt: '2026-03-29T12:00:00Z' })).toContain('> **Its end has passed.');
    expect(written({ startsAt: '2026-03-30T12:00:00Z' })).toContain('> **Not in force yet.**');
  });

  it('a draft keeps every sentence, and says of each whether it is approved', () => {
    const markdown = written({ statements: ['One.'] }, { version: 0, publishedAt: null, approvals: {} });
    expect(markdown).toContain('1. One.\\\n   *Not approved yet*');
    expect(markdown).toContain('- Version: Draft, not published');
  });
});

const hostile: [what: string, text: string, markdown: string][] = [
  ['a script', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['a link', '[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
  ['an image', '![x](https://evil.example/x.png)', '!\\[x\\](https\\://evil.example/x.png)'],
  ['a heading', '# Approved', '\\# Approved'],
  ['a table', 'a | b', 'a \\| b'],
  ['a rule, and an underlined heading', 'Title\n---\n===', 'Title\\\n   \\---\\\n   \\==='],
  ['a list', '- a\n+ b\n7) c', '\\- a\\\n   \\+ b\\\n   7\\) c'],
  ['a quote', '> a', '&gt; a'],
  ['code', '`a`', '\\`a\\`'],
  ['stress', '**a** _b_ ~~c~~', '\\*\\*a\\*\\* \\_b\\_ \\~\\~c\\~\\~'],
  ['an entity', '&lt;b&#62;', '&amp;lt;b&amp;\\#62;'],
  ['an address', 'www.evil.example a@b.example', 'www\\.evil.example a\\@b.example'],
  ['a backslash', 'a\\', 'a\\\\'],
  ['a formula', '$5 and $6', '\\$5 and \\$6'],
  ['turned text and controls', 'a\u202Eb\u0007\u2066c', 'abc'],
];

it.each(hostile)('writes %s as text', (_, text, markdown) => {
  expect(written({ statements: [text] })).toContain(`1. ${markdown}\\\n   *Approved`);
});

it('keeps its shape, whatever anybody wrote', () => {
  const odd = fc.constantFrom(
    '<b>',
    '](',
    '\n',
    '\n\n# ',
    '\r\n---\r\n',
    '```',
    '1. ',
    '- ',
    '|',
    '\u2028',
    '    ',
  );
  const text = fc.array(fc.oneof(odd, fc.string({ maxLength: 5 }))).map((parts) => `x${parts.join('')}x`);
  const sheetOf = (words: string): BriefingSheet => ({
    headline: words,
    severity: 'HIGH',
    clientName: words,
    notices: [words],
    facts: [['Client', words]],
    sections: [
      {
        title: 'Statements',
        kind: 'numbered',
        items: [
          { lead: words, words, notes: [words], isStruck: true, number: 1 },
          { lead: words, words, notes: [words], isStruck: true },
        ],
      },
    ],
  });
  // What a line of a plain sheet may begin with; nothing that was written makes another kind of line.
  const line =
    /^(# |> \*\*|\*\*HIGH\*\*$|- Client: |## Statements$|1\. ~~\*\*| {3}- ~~\*\*| {3,5}~~\*\*| {3,5}\*?[^\s#>|`~*+=-]| {3,5}\\|$)/;
  fc.assert(
    fc.property(text, (words) => {
      const markdown = briefingMarkdown(sheetOf(words));
      for (const one of markdown.split('\n')) expect(one).toMatch(line);
      expect(markdown).not.toMatch(/[<\r\u2028]|(?<!\\)[[\]`|]/);
    }),
  );
});
