// What becomes of a call after it was closed, and the screens of those who look after methods, messages and outcomes.
import { expect } from '@playwright/test';
import {
  askApi,
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  harbor,
  phone,
  picture,
  reportCall,
  signIn,
  startMailbox,
  test,
} from '../support/browser';

const alder = () => harbor().clients.find(({ name }) => name === 'Alder Dental Group');

type Contact = { id: string; methods: { channel: string; address: string }[] };

test('a second pair of eyes reads the message of a call, and the client has it by e-mail and in the portal', async ({
  browser,
}) => {
  const mailbox = await startMailbox();
  const { id: clientId = '', dids = [] } = alder() ?? {};
  const { items: contacts } = await askApi<{ items: Contact[] }>('GET', `/contacts?clientId=${clientId}`);
  await askApi('PATCH', `/clients/${clientId}`, {
    hasMessageReview: true,
    messageRule: { mode: 'at_once', digestTimes: [], contactIds: contacts.map(({ id }) => id) },
  });
  const desk = await signIn(browser, 'operator2@harbor.example');
  await expect(desk.getByText('Live', { exact: true })).toBeVisible();
  await reportCall({ type: 'call.ringing', callId: 'message-1', from: '+4915112370001', to: dids[0] });
  await expect(desk.getByRole('heading', { name: 'Alder Dental Group' })).toBeVisible();
  await desk.keyboard.press('F2');
  const note = desk.getByLabel('Note', { exact: true });
  await expect(desk.getByText('Answering', { exact: true })).toHaveCount(0);
  await note.fill('Crown came off, wants Friday');
  await note.press('Enter');
  await desk.keyboard.press('F9');
  await desk.getByRole('radio', { name: /Message taken/ }).check();
  await desk.keyboard.press('Control+Enter');
  await desk.getByRole('button', { name: /Save all the same/ }).click();
  await expect(desk.getByRole('heading', { name: 'No calls' })).toBeVisible();
  mailbox.expectNoMore();

  const review = await signIn(browser, 'manager@harbor.example');
  await review.goto('/manage/messages');
  await expect(review.getByRole('heading', { name: 'Messages', exact: true })).toBeVisible();
  await picture(review, 'manage-messages');
  await expectAccessible(review);
  await review.locator('a[href^="/manage/messages/"]').first().click();
  await expect(review.getByRole('heading', { name: 'May the client read this?' })).toBeVisible();
  await expect(review.getByText('Crown came off, wants Friday').first()).toBeVisible();
  await picture(review, 'manage-message');
  await expectAccessible(review);
  await review.getByRole('button', { name: /^Release/ }).click();
  const mail = await mailbox.expectMailTo('ruth.alder@alder.example');
  expect(mail.html).toContain('Crown came off, wants Friday');
  await expect(review.getByRole('button', { name: /^Release/ })).toHaveCount(0);

  const portal = await signIn(browser, 'author@alder.example', phone);
  await portal.goto('/portal/messages');
  await expect(portal.getByRole('heading', { name: 'Messages', exact: true })).toBeVisible();
  await picture(portal, 'phone-portal-messages');
  await expectAccessible(portal);
  await expectNoSidewaysScroll(portal);

  // What was overlooked is a new, marked point: of it the client hears as well.
  const { items: calls } = await askApi<{ items: { id: string }[] }>(
    'GET',
    `/calls?clientId=${clientId}&limit=1`,
  );
  await review.goto(`/manage/calls/${calls[0]?.id ?? ''}`);
  await review.getByLabel('What is right').fill('It was the crown on the left.');
  await review.getByLabel('What is right').press('Control+Enter');
  await expect(
    review.getByRole('listitem').filter({ hasText: 'It was the crown on the left.' }).first(),
  ).toBeVisible();
  await picture(review, 'manage-call-corrected');
  await expectAccessible(review);
  await askApi('PATCH', `/clients/${clientId}`, {
    hasMessageReview: false,
    messageRule: { mode: 'hold', digestTimes: [], contactIds: [] },
  });
  for (const page of [desk, review, portal]) await page.context().close();
  await mailbox.stop();
});

test('a service writes its own method, beginning with one of the five', async ({ browser }) => {
  const page = await signIn(browser, 'manager@harbor.example');
  await page.goto('/manage/playbooks');
  await expect(page.getByRole('link', { name: 'Step back and relay' }).first()).toBeVisible();
  await picture(page, 'manage-playbooks');
  await expectAccessible(page);
  await page.goto('/manage/playbooks/own_it');
  await expect(page.getByRole('heading', { name: 'Own it, then help' }).first()).toBeVisible();
  await picture(page, 'manage-playbook');
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /Write your own/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill('Own it, our way');
  await picture(page, 'manage-playbook-new');
  await dialog
    .getByRole('button', { name: /Create|Write|Make|Begin/ })
    .first()
    .click();
  await page.waitForURL(/\/manage\/playbooks\/[0-9a-f-]{36}/);
  await expect(page.getByText('Own it, our way').first()).toBeVisible();
  await picture(page, 'manage-playbook-editor');
  await expectAccessible(page);
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await picture(page, 'phone-manage-playbook-editor');
  await page.context().close();
});

test('the screens of methods, outcomes and settings hold at a desk and on a phone', async ({ browser }) => {
  const visits: [string, string[]][] = [
    [
      'manager@harbor.example',
      ['/manage/wall', '/manage/messages', '/manage/playbooks/call-types', '/manage/outcomes'],
    ],
    ['admin@harbor.example', ['/manage/settings']],
  ];
  for (const [email, paths] of visits) {
    const page = await signIn(browser, email, desktop);
    for (const path of paths) {
      for (const size of [desktop, phone]) {
        await page.setViewportSize(size);
        await page.goto(path);
        await expect(page.getByRole('heading').first()).toBeVisible();
        await expect(page.getByText('Live', { exact: true })).toBeVisible();
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        await picture(page, `${size.width}${path.replaceAll('/', '-')}`);
      }
    }
    await page.context().close();
  }
});
