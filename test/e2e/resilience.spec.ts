import { expect, test } from '@playwright/test';
import { closeCalls, harbor, reportCall, signIn } from '../support/browser';
import { killWeb } from '../support/product-processes';

const did = () => harbor().clients.find(({ name }) => name === 'Brightwater Payroll')?.dids[0] ?? '';

test.afterEach(() => closeCalls());

test('the network goes during a call: the desk says so, and nothing that was typed is lost', async ({
  browser,
}) => {
  const desk = await signIn(browser, 'operator2@harbor.example');
  await reportCall({ type: 'call.ringing', callId: 'offline-1', from: '+4915112340001', to: did() });
  await expect(desk.getByRole('heading', { name: 'Brightwater Payroll' })).toBeVisible();
  await desk.keyboard.press('F2');
  const note = desk.getByLabel('Note', { exact: true });
  await note.fill('before the gap');
  await note.press('Enter');

  await desk.context().setOffline(true);
  for (const words of ['first during the gap', 'second during the gap']) {
    await note.fill(words);
    await note.press('Enter');
  }
  await note.fill('half a sentence');
  await expect(desk.getByText(/Saving on this computer/).first()).toBeVisible();

  await desk.context().setOffline(false);
  await expect(desk.getByText(/Saving on this computer/)).toHaveCount(0, { timeout: 30_000 });
  await desk.reload();
  const log = desk.getByRole('listitem');
  for (const words of ['before the gap', 'first during the gap', 'second during the gap']) {
    await expect(log.filter({ hasText: words })).toHaveCount(1);
  }
  await expect(note).toHaveValue('half a sentence');
  await reportCall({ type: 'call.ended', callId: 'offline-1', from: '+4915112340001', to: did() });
});

test('the web process is killed during a call: the desk comes back by itself and missed nothing', async ({
  browser,
}) => {
  const desk = await signIn(browser, 'operator@harbor.example');
  await reportCall({ type: 'call.ringing', callId: 'killed-1', from: '+4915112340002', to: did() });
  await expect(desk.getByRole('heading', { name: 'Brightwater Payroll' })).toBeVisible();
  await desk.keyboard.press('F2');
  const note = desk.getByLabel('Note', { exact: true });
  await expect(note).toBeVisible();
  await expect(desk.getByText('Answering', { exact: true })).toHaveCount(0);
  await killWeb();
  await note.fill('typed while the server was down');
  await note.press('Enter');
  await expect(desk.getByText(/Saving on this computer/)).toHaveCount(0, { timeout: 45_000 });
  await expect(desk.getByText('Live', { exact: true })).toBeVisible({ timeout: 45_000 });
  // What happens after the restart still arrives.
  await expect(async () => {
    await reportCall({ type: 'call.ended', callId: 'killed-1', from: '+4915112340002', to: did() });
  }).toPass({ timeout: 30_000 });
  await expect(desk.getByText('Wrap-up').first()).toBeVisible();
  await desk.reload();
  await expect(desk.getByRole('listitem').filter({ hasText: 'typed while the server was down' })).toHaveCount(
    1,
  );
});
