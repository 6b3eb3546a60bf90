import { chromium, type Browser, type Page } from '@playwright/test';
import { harbor } from './target';
import { chromiumPath, productUrl } from './settings';

/*
 * What is measured inside the page is text: it runs there. Event timing tells of nothing under 16 ms, in steps of 8 ms.
 */
const OBSERVE = `
  window.benchShifts = [];
  new PerformanceObserver((list) => {
    for (const { startTime, value, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) window.benchShifts.push({ at: startTime, value });
  }).observe({ type: 'layout-shift', buffered: true });
  window.benchKeys = {};
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId) window.benchKeys[interactionId] = Math.max(window.benchKeys[interactionId] ?? 0, duration);
  }).observe({ type: 'event', durationThreshold: 16 });
`;

const LEAST_TOLD_MS = 16;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath !== '' && { executablePath: chromiumPath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A page that watches its own shifts and keys. */
export async function observedPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(OBSERVE);
  return page;
}

/** The desk of the demo's operator, with everything loaded that is live. */
export async function openDesk(browser: Browser, briefings: number): Promise<Page> {
  const page = await observedPage(browser);
  const operator = harbor.users.find(({ role }) => role === 'operator');
  await page.goto(`${productUrl}/login`);
  await page.getByLabel('E-mail address').fill(operator?.email ?? '');
  await page.getByLabel('Password').fill(operator?.password ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText(/live briefings loaded/).waitFor();
  const words = (await page.getByText(/live briefings loaded/).textContent()) ?? '';
  if (Number.parseInt(words, 10) < briefings) throw new Error(`The desk holds too little: ${words}`);
  return page;
}

/**
 * Resolves in the frame after everything of the first second is in the page: identity, greeting, severity, headline,
 * opening and never-say.
 */
export const WHEN_WHOLE = `new Promise((resolve) => {
  const words = (selector) => document.querySelector(selector)?.textContent?.trim() ?? '';
  const look = () => {
    const isThere =
      words('h1').startsWith('Brightwater') &&
      words('section[aria-label="Greeting"] .read-aloud') !== '' &&
      words('section[aria-label="Incident"]').includes('CRITICAL') &&
      words('section[aria-label="Incident"] h2') === 'Bench: every payslip is wrong' &&
      words('section[aria-label="Opening statement"] .read-aloud') !== '' &&
      words('section[aria-label="Never say"] li') !== '';
    requestAnimationFrame(isThere ? () => resolve({ at: Date.now(), mark: performance.now() }) : look);
  };
  look();
})`;

/** Resolves in the frame after the notes field has the focus. */
export const WHEN_WRITABLE = `new Promise((resolve) => {
  const look = () =>
    requestAnimationFrame(document.activeElement?.tagName === 'TEXTAREA' ? () => resolve(Date.now()) : look);
  look();
})`;

/** How much of the page moved by itself after an instant of the page's own clock; 0 is none. */
export function shiftSince(page: Page, mark: number): Promise<number> {
  return page.evaluate<number>(
    `window.benchShifts.reduce((sum, { at, value }) => sum + (at > ${mark} ? value : 0), 0)`,
  );
}

const SENTENCE = 'Salary of March is 240 euros short, she asks who corrects it and by when. ';

/** Types into what has the focus. @returns for each key the milliseconds until the page showed it, 16 for all below */
export async function typeKeys(page: Page, keys: number): Promise<number[]> {
  await page.evaluate('window.benchKeys = {}');
  const text = SENTENCE.repeat(Math.ceil(keys / SENTENCE.length)).slice(0, keys);
  await page.keyboard.type(text, { delay: 80 });
  // The last frames are told a little later.
  await page.waitForTimeout(500);
  const slow = await page.evaluate<number[]>('Object.values(window.benchKeys)');
  return [...slow, ...Array.from({ length: Math.max(0, keys - slow.length) }, () => LEAST_TOLD_MS)];
}
