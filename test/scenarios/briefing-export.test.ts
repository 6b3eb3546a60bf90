// A briefing as a file: what is published, who approved each sentence, and nothing in it that could run.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBriefing } from '../../src/domain/briefings/create-briefing';
import {
  createBriefingInput,
  type Briefing,
  type BriefingContentInput,
} from '../../src/domain/briefings/model';
import { withdrawBriefing } from '../../src/domain/briefings/withdraw-briefing';
import { newId } from '../../src/kernel/ids';
import { startLanes, type Lanes } from '../support/lanes';
import { pdfPages } from '../support/pdf-text';
import { takeBack } from '../support/recall-day';
import { signIn } from '../support/sign-in';
import { briefingContent, makeWorld, publishedBriefing, type Tenant, type World } from '../support/world';

let world: World;
let neighbour: Tenant;
let lanes: Lanes;
let briefing: Briefing;

const content: BriefingContentInput = {
  severity: 'critical',
  openingIn: { es: 'Sé lo de las nóminas, y lo siento.' },
  statements: [
    { text: 'The transfer is correct.', validUntil: '2099-03-29T18:00:00Z' },
    'You will get a new one.',
  ],
  assurances: [{ text: 'We will try to call you today.', promiseRule: 'will_try' }],
  qa: [{ question: 'Was I paid?', answer: 'Yes, in full.', in: { es: 'Sí.' } }],
  intake: [{ label: 'Site', kind: 'choice', choices: ['Bonn', 'Kiel'], required: true }],
  closing: 'Thank you for calling.',
};

beforeAll(async () => {
  world = await makeWorld();
  neighbour = await world.addTenant('Lighthouse Calls');
  lanes = await startLanes(world);
});

beforeEach(async () => {
  briefing = await publishedBriefing(world, content);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

const draft = (changes: BriefingContentInput) =>
  createBriefing(
    world.actors.author,
    createBriefingInput.parse({ ...briefingContent(changes), clientId: world.client.id }),
  );

const pathOf = (format: string, id = briefing.id) => `/api/v1/briefings/${id}/export.${format}`;
const ask = (format: string, id?: string, key = world.keys.author) =>
  lanes.ask('GET', pathOf(format, id), { key });

async function pdf(id?: string): Promise<{ bytes: Buffer; pages: string[] }> {
  const headers = { authorization: `Bearer ${world.keys.author}` };
  const response = await fetch(`${lanes.url}${pathOf('pdf', id)}`, { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(response.status, bytes.toString('latin1', 0, 300)).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
  return { bytes, pages: pdfPages(bytes) };
}

const inOneLine = (pages: string[]) => pages.join(' ').replaceAll(/\s+/g, ' ');

describe('Markdown', () => {
  it('is a file of the published version, with the approver and the validity of each sentence', async () => {
    const answer = await ask('md');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="payslips-show-wrong-amounts-v1.md"',
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.text).toMatch(/^# Payslips show wrong amounts\n\n\*\*CRITICAL\*\*\n/);
    expect(answer.text).toMatch(
      /1\. The transfer is correct\.\\\n {3}\*Approved by The author, .+ · Valid until 29 March 2099 at/,
    );
    expect(answer.text).toMatch(
      /Sé lo de las nóminas, y lo siento\.\\\n {2}\*Spanish · Approved by The author/,
    );
    expect(answer.text).not.toContain('Draft');
  });

  it('marks a withdrawn statement, and gives what is said instead', async () => {
    const [wrong, other] = briefing.draft.statements;
    const ids = { briefingId: briefing.id, statementId: wrong?.id ?? '', otherId: other?.id ?? '' };
    await takeBack(world.actors.author, ids, { callBack: false });
    const { text } = await ask('md');
    expect(text).toContain('## Withdrawn: do not say any more\n\n- ~~**The transfer is correct.**~~\\\n');
    expect(text).toContain('The bank sent it twice.');
    expect(text).toContain('1. You will get a new one.');
  });

  it('says of a draft that it is one, and of a withdrawn briefing that it is over', async () => {
    const { id } = await draft({});
    const { text, headers } = await ask('md', id);
    expect(text).toContain('> **Draft, not published. Nothing in it may be said to a caller.**');
    expect(headers.get('content-disposition')).toContain('payslips-show-wrong-amounts-draft.md');
    await withdrawBriefing(world.actors.author, { briefingId: briefing.id, reason: 'All of it is wrong.' });
    expect((await ask('md')).text).toContain(
      '> **Withdrawn. Nothing in it may be said to a caller any more.**',
    );
  });
});

describe('JSON', () => {
  it('names every sentence with its approval, and is taken back as a new briefing, word for word', async () => {
    const { status, body, headers } = await ask('json');
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain('-v1.json"');
    const file = body as { content: object; sentences: { key: string; approval: unknown }[] };
    expect(file).toMatchObject({
      format: 'calmline.briefing.1',
      isDraft: false,
      version: 1,
      clientId: world.client.id,
      publishedByName: 'The author',
    });
    expect(file.sentences).toHaveLength(8);
    for (const { approval } of file.sentences) expect(approval).toMatchObject({ byName: 'The author' });
    expect(JSON.stringify(file.content)).not.toContain('"id"');

    const made = await lanes.ask('POST', '/api/v1/briefings', {
      key: world.keys.author,
      body: { clientId: world.client.id, ...file.content },
    });
    expect(made.status).toBe(201);
    const copy = (await ask('json', (made.body as Briefing).id)).body as typeof file;
    expect(copy.content).toEqual(file.content);
    expect(copy).toMatchObject({ isDraft: true, version: 0 });
  });

  it('brings its questions into another briefing', async () => {
    const { id } = await draft({});
    const { text } = await ask('json');
    const answer = await lanes.ask('POST', `/api/v1/briefings/${id}/import-questions`, {
      key: world.keys.author,
      body: { draftRevision: 1, format: 'json', text },
    });
    expect(answer.body).toMatchObject({ added: 1, updated: 0, problems: [] });
    const { qa } = (answer.body as { briefing: Briefing }).briefing.draft;
    expect(qa).toMatchObject([{ question: 'Was I paid?', answer: 'Yes, in full.', in: { es: 'Sí.' } }]);
  });
});

describe('PDF', () => {
  it('says in print what the Markdown says', async () => {
    const { pages } = await pdf();
    const text = inOneLine(pages);
    for (const words of [
      'Payslips show wrong amounts',
      'CRITICAL',
      'Never say data breach Say instead: a printing error',
      '1. The transfer is correct. Approved by The author,',
      'Valid until 29 March 2099',
      'Sé lo de las nóminas, y lo siento.',
      `Page 1 of ${pages.length}`,
      `Page ${pages.length} of ${pages.length}`,
    ]) {
      expect(text).toContain(words);
    }
  });

  it('numbers the pages of a long briefing, and loses none of it', async () => {
    const { id } = await draft({
      statements: Array.from(
        { length: 30 },
        (_, n) => `Statement number ${n + 1} is this one. ${'So it goes. '.repeat(12)}`,
      ),
      qa: Array.from({ length: 10 }, (_, n) => ({
        question: `Question ${n + 1}?`,
        answer: `Answer ${n + 1}. `.repeat(20),
      })),
    });
    const { pages } = await pdf(id);
    expect(pages.length).toBeGreaterThan(4);
    for (const [n, page] of pages.entries()) expect(page).toContain(`Page ${n + 1} of ${pages.length}`);
    const text = inOneLine(pages);
    for (let n = 1; n <= 30; n += 1) expect(text).toContain(`${n}. Statement number ${n} is this one.`);
    for (let n = 1; n <= 10; n += 1) expect(text).toContain(`Question ${n}? Answer ${n}.`);
  });

  it('prints the letters of every European language, and says where a script is missing', async () => {
    const letters = [
      'Işıklar söndü, ılık su yok.',
      'Zażółć gęślą jaźń.',
      'Щиро перепрошуємо, ґанок.',
      'Straße, œuvre, ¿señor?',
    ];
    const { id } = await draft({ statements: letters, opening: 'Hello مرحبا بكم 你好 there' });
    // The second time, from a thread that has made another document already.
    for (const { pages } of [await pdf(id), await pdf(), await pdf(id)].filter((_, n) => n !== 1)) {
      const text = inOneLine(pages);
      for (const words of letters) expect(text).toContain(words);
      expect(text).toContain('Hello [Arabic, not shown] there');
      expect(text).toContain('Some words are in a script that this PDF cannot show');
    }
  });
});

it('markup in any block stays text, in every format', async () => {
  const evil = '<script>alert(1)</script> [x](javascript:alert(1))\n# Approved | \u202Eevil';
  const { id } = await draft({
    headline: '"><img src=x>\r\nX-Evil: 1',
    opening: evil,
    facts: [{ text: evil, source: evil }],
    statements: [evil, 'x'.repeat(600), '\n\n'.repeat(200) + 'end'],
    assurances: [{ text: evil }],
    neverSay: [{ phrase: evil, sayInstead: evil }],
    qa: [{ question: evil, answer: `${evil}\n`.repeat(40) }],
    intake: [{ label: evil, kind: 'choice', choices: [evil, evil] }],
    escalateWhen: [evil],
    unknowns: [evil],
    closing: evil,
  });
  const { text, headers } = await ask('md', id);
  expect(text).not.toMatch(/<(?!br)|(?<!\\)\]\(|^\s*# A|\u202E/m);
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; \\[x\\](javascript:alert(1))');
  expect(headers.get('content-disposition')).toBe('attachment; filename="img-src-x-x-evil-1-draft.md"');
  expect(headers.get('content-security-policy')).toContain('sandbox');
  const json = await ask('json', id);
  expect(json.body).toMatchObject({ content: { opening: evil } });
  const { pages, bytes } = await pdf(id);
  expect(inOneLine(pages)).toContain('<script>alert(1)</script> [x](javascript:alert(1)) # Approved | evil');
  expect(bytes.toString('latin1')).not.toMatch(/\/(JavaScript|JS|URI|OpenAction|Launch)\b/);
});

describe('who gets it', () => {
  it('everybody who may read the briefing, by key or signed in', async () => {
    for (const key of Object.values(world.keys)) expect((await ask('md', briefing.id, key)).status).toBe(200);
    for (const role of ['operator', 'responsible_contact', 'account_manager'] as const) {
      const { cookie } = await signIn(world.actors[role]);
      expect((await lanes.ask('GET', pathOf('json'), { headers: { cookie } })).status).toBe(200);
    }
  });

  it('nobody who is signed out', async () => {
    for (const format of ['md', 'json', 'pdf']) {
      const { status, body, headers } = await lanes.ask('GET', pathOf(format));
      expect([status, headers.get('content-type')]).toEqual([401, 'application/problem+json']);
      expect(body).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  it.each(['md', 'json', 'pdf'])(
    'another answering service is told of no such briefing (%s)',
    async (format) => {
      const theirs = await ask(format, briefing.id, neighbour.keys.admin);
      const nobodys = await ask(format, newId(), neighbour.keys.admin);
      expect(theirs.status).toBe(404);
      expect(theirs.text).toBe(nobodys.text);
      expect(theirs.body).toMatchObject({ code: 'NOT_FOUND' });
    },
  );

  it('there are no other formats and no other ways to ask', async () => {
    for (const path of [pathOf('html'), pathOf('md', 'x'), `${pathOf('md')}x`, pathOf('pdf', '..%2f')]) {
      expect((await lanes.ask('GET', path, { key: world.keys.admin })).status, path).toBe(404);
    }
    expect((await lanes.ask('POST', pathOf('md'), { key: world.keys.admin })).status).toBe(404);
  });
});
