import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Browser, type Page } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { askAt, type Question } from './ask';
import { Carrier } from './carrier';
import { carrierAccount } from './carrier-account';
import { CarrierCallbacks } from './carrier-callbacks';
import { SmtpSink } from './smtp-sink';

/** Closes every window that a test leaves: an open desk goes on listening, and slows the tests after it. */
export const test = base.extend<{ windows: void }>({
  windows: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});

type Demo = {
  url: string;
  organizations: {
    name: string;
    users: { email: string; password: string; role: string }[];
    clients: {
      id: string;
      name: string;
      dids: string[];
      contacts: { id: string; name: string; methods: { channel: string; address: string }[] }[];
    }[];
    apiKeys: { key: string; role: string }[];
    telephony: { connectionId: string; secret: string };
  }[];
};

/** What `npm start` wrote about the demo. */
function demo(): Demo {
  return JSON.parse(readFileSync(process.env.E2E_DEMO_FILE ?? '', 'utf8')) as Demo;
}

export function harbor(): Demo['organizations'][number] {
  const [first] = demo().organizations;
  if (first === undefined) throw new Error('The demo has no organization.');
  return first;
}

/** The mail server that the product under test sends to. */
export async function startMailbox(): Promise<SmtpSink> {
  return SmtpSink.start(Number(process.env.E2E_SMTP_PORT));
}

/** The carrier of the product under test, and the phones behind it. */
export async function startCarrier(): Promise<{ carrier: Carrier; phones: CarrierCallbacks }> {
  const publicUrl = process.env.E2E_BASE_URL ?? '';
  const port = Number(process.env.E2E_CARRIER_PORT);
  const carrier = await Carrier.start(undefined, { port, accountSid: carrierAccount.accountSid });
  const ask = (method: string, path: string, question?: Question) => askAt(publicUrl, method, path, question);
  return { carrier, phones: new CarrierCallbacks(carrier, { lanes: { ask }, publicUrl }) };
}

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** A browser of one's own, signed in as a demo user. */
export async function signIn(browser: Browser, email: string, viewport = desktop): Promise<Page> {
  const user = demo()
    .organizations.flatMap(({ users }) => users)
    .find((candidate) => candidate.email === email);
  if (user === undefined) throw new Error(`The demo has no ${email}.`);
  const context = await browser.newContext({ viewport, baseURL: process.env.E2E_BASE_URL ?? '' });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(user.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  return page;
}

/** One event of the demo's telephone switch, signed as a real one signs it. */
export async function reportCall(event: Record<string, unknown>): Promise<void> {
  const { connectionId, secret } = harbor().telephony;
  const body = JSON.stringify({ at: new Date().toISOString(), ...event });
  const id = `msg_${Math.random().toString(36).slice(2)}`;
  const at = new Date();
  const response = await fetch(`${process.env.E2E_BASE_URL ?? ''}/api/hooks/telephony/${connectionId}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    },
    body,
  });
  expect(response.status).toBe(200);
}

/** REST, with the demo's admin key. */
export async function askApi<Answer = unknown>(
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const key = harbor().apiKeys.find(({ role }) => role === 'admin')?.key ?? '';
  const response = await fetch(`${process.env.E2E_BASE_URL ?? ''}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Ends what a test left open, so that the next one finds its operator's desk idle. */
export async function closeCalls(): Promise<void> {
  const key = harbor().apiKeys.find(({ role }) => role === 'operator')?.key ?? '';
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const calls = `${process.env.E2E_BASE_URL ?? ''}/api/v1/calls`;
  const { items } = (await (await fetch(calls, { headers })).json()) as {
    items: { id: string; state: string }[];
  };
  for (const { id, state } of items) {
    if (state === 'closed') continue;
    const body = JSON.stringify({ disposition: 'informed' });
    const response = await fetch(`${calls}/${id}/close`, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
  }
}

/** WCAG 2.2 AA as far as a machine can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ).toEqual([]);
}

/** Nothing sticks out to the side of a narrow screen. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBeLessThanOrEqual(0);
}

/** A picture for the README and for the eye; only where SCREENSHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder !== undefined && folder !== '') await page.screenshot({ path: `${folder}/${name}.png` });
}
