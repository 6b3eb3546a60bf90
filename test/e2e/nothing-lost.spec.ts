import { expect } from '@playwright/test';
import { closeCalls, harbor, reportCall, signIn, test } from '../support/browser';
import {
  answerRing,
  crashTab,
  expectKeptForOffline,
  expectSaved,
  expectShown,
  keptTexts,
  logOf,
  noteField,
  typeUntilSaved,
  writeNotes,
} from '../support/desk-page';
import { killWeb } from '../support/product-processes';

const CLIENT = 'Brightwater Payroll';
const did = () => harbor().clients.find(({ name }) => name === CLIENT)?.dids[0] ?? '';

/** A call of its own for each test; `to` and `from` say which at the switch. */
async function ring(callId: string): Promise<void> {
  const number = 4_915_112_350_000 + Number(callId.replace(/\D/g, ''));
  await reportCall({ type: 'call.ringing', callId, from: `+${number}`, to: did() });
}

test.afterEach(() => closeCalls());

test('the tab crashes while its operator types, without a line: every word is there when it is opened again', async ({
  browser,
}) => {
  const desk = await signIn(browser, 'operator@harbor.example');
  await ring('lost-1');
  const callId = await answerRing(desk, CLIENT);
  await writeNotes(desk, ['Was paid half']);
  await expectSaved(desk);

  // Not by setOffline: a browser that is offline while one of its tabs dies opens no new one.
  await desk.route('**/api/trpc/**', (route) => route.abort());
  await writeNotes(desk, ['Has two children', 'Rent is due on Friday']);
  await noteField(desk).pressSequentially('Wants to know wh');
  await expect.poll(() => keptTexts(desk)).toContain('Wants to know wh');
  const context = desk.context();
  await crashTab(desk);

  const again = await context.newPage();
  await again.goto(`/desk?call=${callId}`);
  await expect(noteField(again)).toHaveValue('Wants to know wh');
  await noteField(again).press('End');
  await noteField(again).pressSequentially('en it comes');
  await noteField(again).press('Enter');
  const whole = ['Was paid half', 'Has two children', 'Rent is due on Friday', 'Wants to know when it comes'];
  await expect.poll(() => logOf(callId), { timeout: 30_000 }).toEqual(whole);
  await expectShown(again, whole);
  await expect.poll(() => keptTexts(again)).toEqual([]);
});

test('the tab crashes when the half sentence is on the server already: it stands in the field again, once', async ({
  browser,
}) => {
  const desk = await signIn(browser, 'operator@harbor.example');
  await ring('lost-2');
  const callId = await answerRing(desk, CLIENT);
  await typeUntilSaved(desk, 'Half a sent');
  await crashTab(desk);

  const again = await desk.context().newPage();
  await again.goto(`/desk?call=${callId}`);
  await expect(noteField(again)).toHaveValue('Half a sent');
  await again.reload();
  await expect(noteField(again)).toHaveValue('Half a sent');
});

test('the server is killed twice while notes are written: the log has them word by word, in order, once each', async ({
  browser,
}) => {
  const desk = await signIn(browser, 'operator@harbor.example');
  await ring('lost-3');
  const callId = await answerRing(desk, CLIENT);
  const points = Array.from({ length: 18 }, (_, position) => `Point ${position + 1} of what the caller says`);
  await writeNotes(desk, points.slice(0, 4));
  await killWeb();
  await writeNotes(desk, points.slice(4, 12));
  // The second time it has to be there again first.
  await expect(() => killWeb()).toPass({ timeout: 45_000 });
  await writeNotes(desk, points.slice(12));
  await expect
    .poll(async () => (await Promise.allSettled([logOf(callId)])).map(({ status }) => status), {
      timeout: 60_000,
    })
    .toEqual(['fulfilled']);
  await expect.poll(() => logOf(callId), { timeout: 60_000 }).toEqual(points);
  await expectSaved(desk);
  await desk.reload();
  await expectShown(desk, points);
});

test('ten minutes without a line, and a reload in the middle: the desk goes on, says how old it is, and loses nothing', async ({
  browser,
}) => {
  const desk = await signIn(browser, 'operator2@harbor.example');
  await expectKeptForOffline(desk);
  // A clock in the test's hands tells nothing of what was loaded, so the program is kept before.
  await desk.clock.install();
  await desk.goto('/desk');
  await expect(desk.getByText('Live', { exact: true })).toBeVisible();
  await ring('lost-4');
  const callId = await answerRing(desk, CLIENT);
  await writeNotes(desk, ['Before the gap']);
  await expectSaved(desk);
  // What the desk knows is kept behind it; then the line goes.
  await desk.clock.fastForward(5_000);
  await desk.context().setOffline(true);
  await expect(desk.getByText('Not connected').first()).toBeVisible();
  await writeNotes(desk, ['First in the gap']);
  await desk.clock.fastForward('05:00');
  await expect(desk.getByText(/Saving on this computer/).first()).toBeVisible();

  await desk.reload();
  await expect(desk.locator('html[data-kept]')).toHaveCount(1);
  await expect(desk.getByText(/Not connected: may be out of date/).first()).toBeVisible();
  await expect(desk.getByRole('heading', { name: CLIENT })).toBeVisible();
  await expectShown(desk, ['Before the gap', 'First in the gap']);
  await writeNotes(desk, ['Second in the gap']);
  await noteField(desk).pressSequentially('and half a sent');
  await desk.clock.fastForward('05:00');
  await expect(noteField(desk)).toHaveValue('and half a sent');

  await desk.context().setOffline(false);
  const whole = ['Before the gap', 'First in the gap', 'Second in the gap'];
  await expect.poll(() => logOf(callId), { timeout: 60_000 }).toEqual(whole);
  await expectSaved(desk);
  await expect(desk.getByText('Live', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(desk.getByText(/Not connected/)).toHaveCount(0);
  await desk.reload();
  await expect(desk.locator('html[data-kept]')).toHaveCount(0);
  await expectShown(desk, whole);
  await expect(noteField(desk)).toHaveValue('and half a sent');
});

test('one call in two windows and with two operators: each is named, and everybody’s notes are there', async ({
  browser,
}) => {
  const first = await signIn(browser, 'operator@harbor.example');
  await ring('lost-5');
  const callId = await answerRing(first, CLIENT);
  const second = await first.context().newPage();
  await second.goto(`/desk?call=${callId}`);
  const colleague = await signIn(browser, 'operator2@harbor.example');
  await colleague.goto(`/desk?call=${callId}`);
  await expect(first.getByText('Luca Bianchi has this call open too.')).toBeVisible();

  await noteField(first).pressSequentially('typed in the first wi');
  await expect(second.getByText('You are writing here in another window.')).toBeVisible();
  await expect(colleague.getByText('Dana Okafor is writing here.')).toBeVisible();

  // The claim is soft: typing takes it, and leaves everybody's words where they are.
  await noteField(second).pressSequentially('typed in the second wi');
  await expect(first.getByText('You are writing here in another window.')).toBeVisible();
  await expect(noteField(first)).toHaveValue('typed in the first wi');
  await expect(noteField(second)).toHaveValue('typed in the second wi');

  await colleague.getByRole('button', { name: 'Write here' }).click();
  await expect(first.getByText('Luca Bianchi is writing here.')).toBeVisible();
  await writeNotes(colleague, ['By the colleague']);
  await noteField(first).press('End');
  await noteField(first).pressSequentially('ndow');
  await noteField(first).press('Enter');
  await expectShown(second, ['By the colleague', 'typed in the first window']);
  await noteField(second).press('End');
  await noteField(second).pressSequentially('ndow');
  await noteField(second).press('Enter');

  const whole = ['By the colleague', 'typed in the first window', 'typed in the second window'];
  await expect.poll(() => logOf(callId)).toEqual(whole);
  for (const page of [first, second, colleague]) await expectShown(page, whole);

  // A window that is closed leaves its half sentence to the one that stays, and is named no more.
  await typeUntilSaved(second, 'left behind');
  await second.close();
  await first.reload();
  await expect(noteField(first)).toHaveValue('left behind');
  // At the latest when its mark has run out.
  await expect(first.getByText(/another window/)).toHaveCount(0, { timeout: 90_000 });
});

test('signing out leaves nothing of the desk in the browser', async ({ browser }) => {
  const desk = await signIn(browser, 'operator2@harbor.example');
  await desk.goto('/desk');
  await expectKeptForOffline(desk);
  await desk.getByRole('button', { name: 'Luca Bianchi' }).click();
  await desk.getByRole('menuitem', { name: 'Sign out' }).click();
  await desk.waitForURL(/\/login/);
  const kept = await desk.evaluate(async () => {
    const page = await caches.match('/desk');
    return page === undefined ? 'nothing' : await page.text();
  });
  expect(kept).toBe('nothing');
  await desk.context().setOffline(true);
  await expect(desk.goto('/desk')).rejects.toThrow(/ERR_/);
});
