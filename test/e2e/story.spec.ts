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

test('one overflow call: briefing, ring, log, escalation by e-mail, acknowledgement, close @story', async ({
  browser,
}) => {
  const mailbox = await startMailbox();
  const [did = ''] = harbor().clients.find(({ name }) => name === 'Alder Dental Group')?.dids ?? [];

  // The operator's desk is open before anything happens.
  const desk = await signIn(browser, 'operator@harbor.example', desktop);
  await expect(desk.getByRole('heading', { name: 'No calls' })).toBeVisible();
  await expect(desk.getByText('November payslips show wrong net amounts')).toBeVisible();
  await picture(desk, 'desk-idle');
  await expectAccessible(desk);
  const review = await signIn(browser, 'manager@harbor.example', desktop);
  await review.goto('/manage/escalations?review=all');

  // The client's author writes and publishes a briefing.
  const portal = await signIn(browser, 'author@alder.example', desktop);
  await portal
    .getByRole('link', { name: /new briefing/i })
    .first()
    .click();
  await portal
    .getByRole('button', { name: /blank|empty/i })
    .first()
    .click();
  await portal.getByLabel('Headline').fill('All practices closed after a burst pipe');
  await portal
    .getByLabel('Opening')
    .fill('I am sorry, our practices had to close today. I can help you with a new date.');
  await portal.getByRole('button', { name: /add.*statement/i }).click();
  await portal
    .getByRole('textbox', { name: /^Statement/ })
    .last()
    .fill('Every appointment of today will be moved.');
  await portal.getByRole('button', { name: /add.*phrase/i }).click();
  await portal.getByRole('textbox', { name: 'Never say' }).last().fill('flooded');
  await expect(portal.getByText(/^Saved/).first()).toBeVisible();
  await picture(portal, 'portal-editor');
  await expectAccessible(portal);
  await portal.getByRole('button', { name: 'Publish', exact: false }).first().click();
  await portal.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();

  // It is on the open desk without a reload.
  await expect(desk.getByText('All practices closed after a burst pipe')).toBeVisible();

  // The telephone switch reports an overflow call.
  await reportCall({ type: 'call.ringing', callId: 'story-1', from: '+4915112345678', to: did });
  await expect(desk.getByRole('heading', { name: 'Alder Dental Group' })).toBeVisible();
  await expect(desk.getByText('Alder Dental, good day. How may I help you?')).toBeVisible();
  await expect(
    desk.getByText('I am sorry, our practices had to close today.', { exact: false }),
  ).toBeVisible();
  await expect(desk.getByText('flooded')).toBeVisible();
  await picture(desk, 'desk-first-second');
  await expectAccessible(desk);

  // The operator takes it, writes, marks a statement as told.
  await desk.keyboard.press('F2');
  const notes = desk.getByLabel('Note', { exact: true });
  await expect(notes).toBeVisible();
  await notes.fill('Root canal was booked for 15:00, strong pain');
  await notes.press('Enter');
  await expect(desk.getByRole('listitem').filter({ hasText: 'Root canal was booked' })).toBeVisible();
  await desk.keyboard.press('Alt+1');
  await expect(desk.getByRole('button', { name: /told/i }).first()).toHaveAttribute('aria-pressed', 'true');
  await desk.getByLabel('Upset').first().check();
  await picture(desk, 'desk-live-call');
  await expectAccessible(desk);

  // Two keystrokes reach the responsible contact: F8, then Ctrl+Enter.
  await desk.keyboard.press('F8');
  await expect(desk.getByRole('dialog').getByText('Ruth Alder').first()).toBeVisible();
  await desk.keyboard.press('Control+Enter');
  const mail = await mailbox.expectMailTo('ruth.alder@alder.example');
  expect(mail.subject).toContain('Alder Dental Group');
  expect(mail.html).toContain(mail.link ?? 'no link');
  await expect(review.getByRole('row', { name: /Alder Dental Group/ }).first()).toBeVisible();
  await picture(desk, 'desk-escalation');

  // The contact acknowledges on a phone, without a login and without JavaScript.
  const hand = await browser.newContext({ viewport: phone, javaScriptEnabled: false });
  const ack = await hand.newPage();
  await ack.goto(mail.link ?? '');
  await expect(ack.getByRole('heading', { name: 'Alder Dental Group' })).toBeVisible();
  await picture(ack, 'ack-phone');
  await ack.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(ack.getByRole('heading', { name: 'Acknowledged by Ruth Alder' })).toBeVisible();
  await hand.close();

  // The desk and the account manager see it at once.
  await expect(desk.getByText(/Ruth Alder has it since/).first()).toBeVisible();
  await expect(review.getByRole('row', { name: /Acknowledged.*Alder Dental Group/ }).first()).toBeVisible();
  await picture(review, 'manage-escalations');
  await expectAccessible(review);

  // The switch reports the end; the operator wraps up.
  await reportCall({ type: 'call.ended', callId: 'story-1', from: '+4915112345678', to: did });
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('F9');
  await desk.getByRole('radio', { name: /escalated/i }).check();
  await desk.keyboard.press('Control+Enter');
  const again = desk.getByRole('button', { name: /Save all the same/ });
  await expect(again.or(desk.getByRole('heading', { name: 'No calls' })).first()).toBeVisible();
  if (await again.isVisible()) await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('heading', { name: 'No calls' })).toBeVisible();

  // The author reads the log of the call.
  await review.goto('/manage/calls');
  await review
    .getByRole('link', { name: /Alder Dental Group|4915112345678|151 12345678/ })
    .first()
    .click();
  await expect(
    review.getByText('Root canal was booked for 15:00, strong pain', { exact: true }),
  ).toBeVisible();
  await expect(review.getByText('Every appointment of today will be moved.').first()).toBeVisible();
  await picture(review, 'manage-call');
  await expectAccessible(review);

  await mailbox.stop();
});

test('every screen fits a phone', async ({ browser }) => {
  const clientId = harbor().clients.find(({ name }) => name === 'Brightwater Payroll')?.id ?? '';
  const { items } = await askApi<{ items: { id: string }[] }>('GET', `/briefings?clientId=${clientId}`);
  const briefingId = items.at(-1)?.id ?? '';
  const visits: [string, string[]][] = [
    ['operator@harbor.example', ['/desk', '/account']],
    [
      'manager@harbor.example',
      [
        '/manage',
        '/manage/approvals',
        '/manage/calls',
        '/manage/clients',
        '/manage/digests',
        `/manage/clients/${clientId}`,
        '/manage/briefings',
        '/manage/recalls',
      ],
    ],
    ['admin@harbor.example', ['/manage/people', '/manage/api-keys', '/manage/switches']],
    [
      'author@brightwater.example',
      [
        '/portal',
        '/portal/escalations',
        '/portal/briefings/new',
        `/portal/briefings/${briefingId}`,
        `/portal/briefings/${briefingId}/print`,
        `/portal/told/${briefingId}`,
        '/portal/briefings',
        '/portal/digests',
        '/portal/questions',
        '/portal/recalls',
      ],
    ],
    ['office@brightwater.example', ['/portal/sources']],
  ];
  for (const [email, paths] of visits) {
    const page = await signIn(browser, email, phone);
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole('heading').first()).toBeVisible();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await picture(page, `phone${path.replaceAll('/', '-')}`);
    }
    await page.context().close();
  }
});
