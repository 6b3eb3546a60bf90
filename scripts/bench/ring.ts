import { chromium } from '@playwright/test';
import { atMost, percentile, type Figure } from './figures';
import { atPace, until } from './pace';
import { harbor, openStreams, reportCall, send, signIn, startFloor } from './target';
import { chromiumPath, productUrl } from './settings';

const DESKS = 100;
const CALLS = 200;
const PAINTS = 30;

/** Runs in the page, so it is text: the frame in which the heading names the client. */
const WHEN_PAINTED = `new Promise((resolve) => {
  const look = () => {
    const isThere = document.querySelector('h1')?.textContent?.startsWith('Brightwater');
    requestAnimationFrame(isThere ? () => resolve(Date.now()) : look);
  };
  look();
})`;

const did = harbor.clients[0]?.dids[0] ?? '';

/** Telephony webhook sent → ring event on every one of 100 desks, at 10 calls/s. The floor relays a POST bare. */
export async function benchRing(): Promise<Figure[]> {
  const cookie = await signIn('operator');
  const sentAt = new Map<string, number>();
  const delays: number[] = [];
  const close = await openStreams(`${productUrl}/api/live`, DESKS, { cookie }, (type, text, at) => {
    const id = type === 'call.changed' ? /"ani":"\+4915(\d{9})"/.exec(text)?.[1] : undefined;
    const sent = id === undefined ? undefined : sentAt.get(id);
    if (sent !== undefined) delays.push(at - sent);
  });
  await atPace(CALLS, 10, async (n) => {
    const id = String(100_000_000 + n);
    sentAt.set(id, performance.now());
    await reportCall({ type: 'call.ringing', callId: `bench-ring-${n}`, from: `+4915${id}`, to: did });
  });
  await until(() => delays.length >= CALLS * DESKS, 10);
  close();
  await atPace(CALLS, 200, (n) =>
    reportCall({ type: 'call.abandoned', callId: `bench-ring-${n}`, from: '', to: did }),
  );

  const floor = await startFloor();
  const bare: number[] = [];
  let sent = 0;
  const closeFloor = await openStreams(`${floor.url}/live`, DESKS, {}, (_type, _text, at) =>
    bare.push(at - sent),
  );
  await atPace(50, 10, async () => {
    sent = performance.now();
    await send(floor.url, { method: 'POST', body: '{}' });
  });
  closeFloor();
  floor.stop();
  return [
    atMost(
      'ring: webhook sent → event on 100 desks, p50',
      'ms',
      percentile(delays, 0.5),
      100,
      delays.length,
      percentile(bare, 0.5),
    ),
    atMost(
      'ring: webhook sent → event on 100 desks, p99',
      'ms',
      percentile(delays, 0.99),
      100,
      delays.length,
      percentile(bare, 0.99),
    ),
    atMost('ring: events lost', '', CALLS * DESKS - delays.length, 0, CALLS * DESKS),
  ];
}

/** Telephony webhook sent → painted on the desk of a real browser. */
export async function benchPaint(): Promise<Figure[]> {
  const browser = await chromium.launch({
    ...(chromiumPath !== '' && { executablePath: chromiumPath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const operator = harbor.users.find(({ role }) => role === 'operator');
    await page.goto(`${productUrl}/login`);
    await page.getByLabel('E-mail address').fill(operator?.email ?? '');
    await page.getByLabel('Password').fill(operator?.password ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'No calls' }).waitFor();
    const painted: number[] = [];
    for (let n = 0; n < PAINTS; n += 1) {
      const seen = page.evaluate<number>(WHEN_PAINTED);
      const sent = Date.now();
      const call = { callId: `bench-paint-${n}`, from: '+4915112345678', to: did };
      await reportCall({ type: 'call.ringing', ...call });
      painted.push((await seen) - sent);
      await reportCall({ type: 'call.abandoned', ...call });
      await page.getByRole('heading', { name: 'No calls' }).waitFor();
    }
    return [
      atMost('ring: webhook sent → painted in Chromium, p50', 'ms', percentile(painted, 0.5), 300, PAINTS),
      atMost('ring: webhook sent → painted in Chromium, p95', 'ms', percentile(painted, 0.95), 300, PAINTS),
    ];
  } finally {
    await browser.close();
  }
}
