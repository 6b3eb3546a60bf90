import type { Browser, Page } from '@playwright/test';
import {
  observedPage,
  openBrowser,
  openDesk,
  shiftSince,
  typeKeys,
  WHEN_WHOLE,
  WHEN_WRITABLE,
} from './desk-page';
import { atMost, percentile, told, type Figure } from './figures';
import { productUrl } from './settings';
import { atPace } from './pace';
import { harbor, reportCall, rest } from './target';

const BRIEFINGS = 50;
const RINGS = 20;
const ANSWERS = 10;
const KEYS = 150;
const NOTES = 500;
const EVENTS_PER_SECOND = 5;
/** As long as the first second is looked at for something that moves. */
const FIRST_SECOND_MS = 1_000;

const did = harbor.clients[0]?.dids[0] ?? '';
let rings = 0;

/** So many live briefings of the demo's clients; the newest and gravest is the called client's. */
async function publishBriefings(): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < BRIEFINGS; n += 1) {
    const isCalled = n === BRIEFINGS - 1;
    const client = isCalled ? harbor.clients[0] : harbor.clients[n % harbor.clients.length];
    const { id } = await rest<{ id: string }>('POST', '/briefings', {
      clientId: client?.id,
      headline: isCalled ? 'Bench: every payslip is wrong' : `Bench incident ${n}`,
      severity: isCalled ? 'critical' : 'low',
      opening: 'I know about this, and I am sorry. I write down what you tell me.',
      statements: Array.from(
        { length: 12 },
        (_, line) => `Approved sentence ${line}, as long as a real one.`,
      ),
      facts: Array.from({ length: 8 }, (_, line) => `Fact ${line} of the incident, with its source.`),
      neverSay: [
        { phrase: 'data breach', sayInstead: 'a printing error' },
        { phrase: 'compensation', sayInstead: 'what the contract says' },
      ],
      publish: true,
    });
    ids.push(id);
  }
  return ids;
}

type Ring = { provider: string; sent: number; painted: { at: number; mark: number } };

async function ring(page: Page): Promise<Ring> {
  rings += 1;
  const provider = `bench-desk-${rings}`;
  const seen = page.evaluate<Ring['painted']>(WHEN_WHOLE);
  const sent = Date.now();
  await reportCall({ type: 'call.ringing', callId: provider, from: `+4915${200_000_000 + rings}`, to: did });
  return { provider, sent, painted: await seen };
}

const idle = (page: Page) => page.getByRole('heading', { name: 'No calls' }).waitFor();

/** The first second of call after call: when it is whole, and what moves after that. */
async function measureRings(page: Page): Promise<Figure[]> {
  const painted: number[] = [];
  const shifts: number[] = [];
  for (let n = 0; n < RINGS; n += 1) {
    const one = await ring(page);
    painted.push(one.painted.at - one.sent);
    await page.waitForTimeout(FIRST_SECOND_MS);
    shifts.push(await shiftSince(page, one.painted.mark));
    await reportCall({ type: 'call.abandoned', callId: one.provider, from: '', to: did });
    await idle(page);
  }
  const what = `desk: ring sent → first second whole, ${BRIEFINGS} briefings`;
  return [
    told(`${what}, p50`, 'ms', percentile(painted, 0.5), RINGS),
    atMost(`${what}, p95`, 'ms', percentile(painted, 0.95), 300, RINGS),
    atMost('desk: layout shift after that, worst', '', Math.max(...shifts), 0, RINGS),
  ];
}

/** Takes the ringing call with F2. @returns its id, and when something could be written down */
async function answer(page: Page): Promise<{ callId: string; sent: number; writable: number }> {
  const { sent } = await ring(page);
  const seen = page.evaluate<number>(WHEN_WRITABLE);
  await page.keyboard.press('F2');
  const writable = await seen;
  await page.waitForURL(/[?&]call=/);
  return { callId: new URL(page.url()).searchParams.get('call') ?? '', sent, writable };
}

async function finish(page: Page, callId: string): Promise<void> {
  await rest('POST', `/calls/${callId}/events`, { type: 'ended' });
  await rest('POST', `/calls/${callId}/close`, { disposition: 'informed' });
  await page.goto(`${productUrl}/desk`);
  await idle(page);
}

async function measureAnswers(page: Page): Promise<Figure[]> {
  const writable: number[] = [];
  for (let n = 0; n < ANSWERS; n += 1) {
    const one = await answer(page);
    writable.push(one.writable - one.sent);
    await finish(page, one.callId);
  }
  const what = 'desk: ring sent → answered at once, notes can be written';
  return [atMost(`${what}, p95`, 'ms', percentile(writable, 0.95), 1_000, ANSWERS)];
}

/** Types while colleagues' calls change. @returns milliseconds a key */
async function typeAmongEvents(page: Page, otherId: string): Promise<number[]> {
  const seconds = (KEYS * 80) / 1_000;
  const [, keys] = await Promise.all([
    atPace(Math.floor(seconds * EVENTS_PER_SECOND), EVENTS_PER_SECOND, async (n) => {
      if (n % 2 === 0) await rest('POST', `/calls/${otherId}/notes`, { text: `Point ${n}` });
      else await rest('PATCH', `/calls/${otherId}`, { requestedSolution: `Wish ${n}` });
    }),
    typeKeys(page, KEYS),
  ]);
  return keys;
}

async function bareTyping(browser: Browser): Promise<number[]> {
  const page = await observedPage(browser);
  await page.goto('data:text/html,<textarea autofocus rows="10" cols="60"></textarea>');
  await page.locator('textarea').focus();
  const keys = await typeKeys(page, KEYS);
  await page.close();
  return keys;
}

async function measureTyping(browser: Browser, page: Page): Promise<Figure[]> {
  const other = await rest<{ id: string }>('POST', '/calls', { from: '+4915119999999', to: did });
  await rest('POST', `/calls/${other.id}/events`, { type: 'answered' });
  const { callId } = await answer(page);
  const few = await typeAmongEvents(page, other.id);
  await page.keyboard.press('Enter');
  await atPace(NOTES, 50, async (n) => {
    await rest('POST', `/calls/${callId}/notes`, { text: `Point ${n} of a long call, as long as one is.` });
  });
  await page.getByText(`Point ${NOTES - 1} of a long call`).waitFor();
  await page.locator('textarea:focus').waitFor();
  const many = await typeAmongEvents(page, other.id);
  await page.keyboard.press('Enter');
  await finish(page, callId);
  await rest('POST', `/calls/${other.id}/events`, { type: 'ended' });
  await rest('POST', `/calls/${other.id}/close`, { disposition: 'informed' });
  const bare = percentile(await bareTyping(browser), 0.75);
  const p75 = (keys: readonly number[]) => percentile(keys, 0.75);
  return [
    atMost(`desk: a key typed → shown, 5 events/s, p75`, 'ms', p75(few), 100, few.length, bare),
    atMost(`desk: the same in a call of ${NOTES} notes, p75`, 'ms', p75(many), 100, many.length, bare),
    told(`desk: the same in a call of ${NOTES} notes, slowest`, 'ms', Math.max(...many), many.length),
  ];
}

/** The desk in a real browser: the first second, the way into the notes, and typing while the world goes on. */
export async function benchDesk(): Promise<Figure[]> {
  const briefings = await publishBriefings();
  const browser = await openBrowser();
  try {
    const page = await openDesk(browser, BRIEFINGS);
    return [
      ...(await measureRings(page)),
      ...(await measureAnswers(page)),
      ...(await measureTyping(browser, page)),
    ];
  } finally {
    await browser.close();
    for (const id of briefings) await rest('POST', `/briefings/${id}/resolve`);
  }
}
