import { expect, type Page } from '@playwright/test';
import { askApi } from './browser';

/** The field for the next point of a call's log. */
export const noteField = (page: Page) => page.getByLabel('Note', { exact: true });

/** Writes points as an operator does: typed, Enter. */
export async function writeNotes(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await noteField(page).fill(text);
    await noteField(page).press('Enter');
    await expect(noteField(page)).toHaveValue('');
  }
}

/** Answers what rings with F2. @returns the call's id */
export async function answerRing(page: Page, client: string): Promise<string> {
  await expect(page.getByRole('heading', { name: client })).toBeVisible();
  await page.keyboard.press('F2');
  await expect(noteField(page)).toBeVisible();
  await expect(page.getByText('Answering', { exact: true })).toHaveCount(0);
  await expect.poll(() => new URL(page.url()).searchParams.get('call')).not.toBeNull();
  return new URL(page.url()).searchParams.get('call') ?? '';
}

/** The points of a call's log as the server has them, word by word, in order. */
export async function logOf(callId: string): Promise<string[]> {
  const { notes } = await askApi<{ notes: { text: string }[] }>('GET', `/calls/${callId}`);
  return notes.map(({ text }) => text);
}

/** The points of the log as this page shows them. */
export async function expectShown(page: Page, texts: readonly string[]): Promise<void> {
  const points = page.getByRole('region', { name: 'Log', exact: true }).getByRole('listitem');
  await expect(points).toHaveCount(texts.length);
  for (const [position, text] of texts.entries()) await expect(points.nth(position)).toContainText(text);
}

/** Everything is on the server. */
export async function expectSaved(page: Page, timeout = 60_000): Promise<void> {
  await expect(page.getByText(/Saving on this computer/)).toHaveCount(0, { timeout });
}

/** The texts that wait in this browser's database. */
export async function keptTexts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('calmline.desk');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('The database does not open.'));
    });
    const reading = database.transaction('entries').objectStore('entries').getAll();
    const entries = await new Promise<{ text?: string }[]>((resolve, reject) => {
      reading.onsuccess = () => resolve(reading.result as { text?: string }[]);
      reading.onerror = () => reject(new Error('The entries cannot be read.'));
    });
    database.close();
    return entries.flatMap(({ text }) => (text === undefined ? [] : [text]));
  });
}

/** Types half a sentence, and waits until the server has it, down to the last letter. */
export async function typeUntilSaved(page: Page, text: string): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => {
      const isDraft = response.url().includes('calls.saveNoteDraft');
      return isDraft && response.ok() && (response.request().postData() ?? '').includes(text);
    }),
    noteField(page).pressSequentially(text),
  ]);
}

/** The desk's page and its program are in this browser: a reload needs no server. */
export async function expectKeptForOffline(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const desk = await (await caches.open('calmline-desk-1')).match('/desk');
          const parts = await (await caches.open('calmline-program-1')).keys();
          return desk !== undefined && parts.length > 0 && navigator.serviceWorker.controller !== null;
        }),
      { timeout: 30_000 },
    )
    .toBe(true);
}

/** The tab's process dies: nothing in the page hears of it. */
export async function crashTab(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const dead = new Promise<void>((resolve) => page.once('crash', () => resolve()));
  // The answer never comes, or says that the target crashed.
  void session.send('Page.crash').then(String, String);
  await dead;
  await page.close();
}
