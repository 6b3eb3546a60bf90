import { expect } from '@playwright/test';
import { askApi, closeCalls, harbor, reportCall, signIn, test } from '../support/browser';
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
  const log = desk.getByRole('region', { name: 'Log', exact: true }).getByRole('listitem');
  for (const words of ['before the gap', 'first during the gap', 'second during the gap']) {
    await expect(log.filter({ hasText: words })).toHaveCount(1);
  }
  await expect(note).toHaveValue('half a sentence');
  await reportCall({ type: 'call.ended', callId: 'offline-1', from: '+4915112340001', to: did() });
});

test('a statement is withdrawn while the desk is offline: it is struck out once the desk is back, and the gap is on record', async ({
  browser,
}) => {
  const client = harbor().clients.find(({ name }) => name === 'Brightwater Payroll');
  const words = 'Nobody has to wait longer than a day.';
  const { id, draft } = await askApi<{ id: string; draft: { statements: { id: string }[] } }>(
    'POST',
    '/briefings',
    {
      clientId: client?.id,
      headline: 'Calls are answered late',
      severity: 'critical',
      opening: 'I am sorry for the wait.',
      statements: [words],
      publish: true,
    },
  );
  const desk = await signIn(browser, 'operator2@harbor.example');
  await reportCall({ type: 'call.ringing', callId: 'gap-1', from: '+4915112340003', to: did() });
  await expect(desk.getByRole('heading', { name: 'Brightwater Payroll' })).toBeVisible();
  await desk.keyboard.press('F2');
  await expect(desk.getByText(words)).toBeVisible();

  await desk.context().setOffline(true);
  await expect(desk.getByText('Not connected').first()).toBeVisible();
  await desk.keyboard.press('Alt+1');
  await expect(desk.getByRole('button', { name: 'Statement 1: told' })).toBeVisible();
  const statementId = draft.statements[0]?.id ?? '';
  await askApi('POST', `/briefings/${id}/statements/${statementId}/withdraw`, {
    reason: 'Some wait for two.',
    callBack: true,
  });

  await desk.context().setOffline(false);
  await expect(desk.getByText(/Some wait for two\./).first()).toBeVisible({ timeout: 30_000 });
  await expect(desk.getByRole('button', { name: /^Statement 1: / })).toHaveCount(0);
  await expect
    .poll(async () => {
      const told = await askApi<{ items: { isAfterWithdrawal: boolean }[] }>('GET', `/briefings/${id}/told`);
      return told.items.map(({ isAfterWithdrawal }) => isAfterWithdrawal);
    })
    .toEqual([true]);
  const recalls = await askApi<{ items: { callers: number; open: number }[] }>(
    'GET',
    `/recalls?briefingId=${id}`,
  );
  expect(recalls.items).toMatchObject([{ callers: 1, open: 1 }]);
  await reportCall({ type: 'call.ended', callId: 'gap-1', from: '+4915112340003', to: did() });
  await askApi('POST', `/briefings/${id}/resolve`);
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
  const log = desk.getByRole('region', { name: 'Log', exact: true }).getByRole('listitem');
  await expect(log.filter({ hasText: 'typed while the server was down' })).toHaveCount(1);
});
