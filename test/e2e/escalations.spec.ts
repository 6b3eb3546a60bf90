import { expect, type Page } from '@playwright/test';
import {
  askApi,
  desktop,
  expectAccessible,
  expectNoSidewaysScroll,
  harbor,
  phone,
  picture,
  signIn,
  startCarrier,
  startMailbox,
  test,
} from '../support/browser';

const payroll = () => {
  const client = harbor().clients.find(({ name }) => name === 'Brightwater Payroll');
  if (client === undefined) throw new Error('The demo has no payroll company.');
  return client;
};

/** The same screen at a desk and in a hand: whole, readable by machines, and with a picture of each. */
async function holdsAtBothWidths(page: Page, name: string): Promise<void> {
  for (const viewport of [desktop, phone]) {
    await page.setViewportSize(viewport);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await picture(page, `${name}-${viewport.width}`);
  }
  await page.setViewportSize(desktop);
}

test('a mail and a text message go out, the text is answered, and everybody sees it happen', async ({
  browser,
}) => {
  const mailbox = await startMailbox();
  const { carrier, phones } = await startCarrier();
  const { id: clientId, contacts } = payroll();
  const responsible = await askApi<
    { items: { now: { contactId: string }[] }[] } | { now: { contactId: string }[] }[]
  >('GET', `/clients/${clientId}/on-call`);
  const [status] = Array.isArray(responsible) ? responsible : responsible.items;
  const contact = contacts.find(({ id }) => id === status?.now[0]?.contactId);
  if (contact === undefined) throw new Error('Nobody is on call in the demo.');
  const addressOf = (channel: string) =>
    contact.methods.find((method) => method.channel === channel)?.address ?? '';
  const asBefore = contact.methods.map(({ channel, address }) => ({ channel, address }));
  await askApi('PATCH', `/contacts/${contact.id}`, {
    methods: [
      { channel: 'email', address: addressOf('email') },
      { channel: 'sms', address: addressOf('sms'), delaySeconds: 0 },
    ],
  });

  const manager = await signIn(browser, 'manager@harbor.example');
  const { id } = await askApi<{ id: string }>('POST', '/escalations', {
    clientId,
    urgency: 'urgent',
    summary: 'Forty callers got wrong payslips; the press is asking.',
  });
  await manager.goto(`/manage/escalations/${id}`);
  const mail = await mailbox.expectMailTo(addressOf('email'));
  const text = await carrier.expectText(addressOf('sms'));
  await phones.report(text, 'sent');
  await phones.report(text, 'delivered');
  const steps = manager.getByRole('region', { name: 'Who is told' });
  await expect(steps.getByText('Delivered', { exact: false }).first()).toBeVisible();
  await holdsAtBothWidths(manager, 'escalation');

  // The page behind the link asks the same; looking at it acknowledges nothing.
  const context = await browser.newContext({ viewport: phone });
  const hand = await context.newPage();
  await hand.goto(mail.link ?? '');
  await expect(hand.getByRole('button', { name: 'Acknowledge' })).toBeVisible();
  await expectAccessible(hand);
  await picture(hand, 'ack-open-390');

  expect(await phones.receiveText(text.to, `'${text.code}a' `)).toMatch(/thank you/i);
  await expect(manager.getByText(`Acknowledged by ${contact.name}`).first()).toBeVisible();
  await holdsAtBothWidths(manager, 'escalation-acknowledged');
  await hand.reload();
  await expect(hand.getByRole('heading', { name: `Acknowledged by ${contact.name}` })).toBeVisible();
  await picture(hand, 'ack-acknowledged-390');
  expect(await phones.receiveText(text.to, 'ack')).toMatch(/already acknowledged|nothing/i);

  await manager.getByRole('button', { name: /^Resolve/ }).click();
  await expect(manager.getByText('Resolved', { exact: false }).first()).toBeVisible();
  await askApi('PATCH', `/contacts/${contact.id}`, { methods: asBefore });
  await carrier.stop();
  await mailbox.stop();
});

test('the client sees who is on call, a swap, and the hours in which nobody is', async ({ browser }) => {
  const mailbox = await startMailbox();
  type Schedules = { items: { id: string; rotations: unknown[] }[] };
  const [asBefore] = (await askApi<Schedules>('GET', `/schedules?clientId=${payroll().id}`)).items;
  const office = await signIn(browser, 'office@brightwater.example');
  await office.goto('/portal/on-call');
  await expect(office.getByRole('heading', { name: 'On-call' })).toBeVisible();
  const calendar = office.getByRole('list', { name: /Who is on call, day by day/ });
  await expect(calendar.getByText(/instead of/).first()).toBeVisible();
  await expect(office.getByText('None: somebody is always on call.')).toBeVisible();
  await holdsAtBothWidths(office, 'on-call-whole');

  await office.getByRole('link', { name: 'Edit schedule' }).click();
  await office.getByRole('button', { name: 'Weekday nights' }).click();
  await holdsAtBothWidths(office, 'on-call-editor');
  await office.getByRole('button', { name: 'Save schedule' }).click();
  await expect(calendar.getByText(/Nobody/).first()).toBeVisible();
  // The client and the account manager hear of it before a caller does.
  for (const address of ['office@brightwater.example', 'manager@harbor.example']) {
    expect((await mailbox.expectMailTo(address)).subject).toContain('Nobody is on call');
  }
  await holdsAtBothWidths(office, 'on-call-gap');

  await office.getByRole('button', { name: 'Swap or cover' }).first().click();
  await expect(office.getByRole('dialog')).toBeVisible();
  await expectAccessible(office);
  await picture(office, 'on-call-swap');
  await office.keyboard.press('Escape');

  const manager = await signIn(browser, 'manager@harbor.example');
  await manager.goto('/manage/on-call?gaps=1');
  await expect(manager.getByText(/Nobody from/).first()).toBeVisible();
  await holdsAtBothWidths(manager, 'manage-on-call');
  await askApi('PATCH', `/schedules/${asBefore?.id ?? ''}`, { rotations: asBefore?.rotations });
  await mailbox.stop();
});

test('contacts, policies, webhooks and delivery hold at a desk and on a phone', async ({ browser }) => {
  const { id: clientId } = payroll();
  const admin = await signIn(browser, 'admin@harbor.example');
  await admin.goto(`/manage/clients/${clientId}#policy`);
  const dryRun = admin.getByRole('region', { name: 'Who would be told?' }).first();
  await dryRun.getByRole('button', { name: 'Show who would be told' }).click();
  await expect(dryRun.getByText(/Eva Schulz/).first()).toBeVisible();
  await holdsAtBothWidths(admin, 'client-settings');
  for (const [path, heading, name] of [
    ['/manage/engine', 'Delivery', 'manage-delivery'],
    ['/manage/webhooks', 'Webhooks', 'manage-webhooks'],
    ['/manage/escalations', 'Escalations', 'manage-escalations'],
  ] as const) {
    await admin.goto(path);
    await expect(admin.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    await holdsAtBothWidths(admin, name);
  }
  const office = await signIn(browser, 'office@brightwater.example');
  for (const [path, heading, name] of [
    ['/portal/contacts', 'Contacts', 'portal-contacts'],
    ['/portal/escalations', 'Escalations', 'portal-escalations'],
    ['/account', 'Where you are signed in', 'portal-account'],
  ] as const) {
    await office.goto(path);
    await expect(office.getByRole('heading', { name: heading, exact: true }).first()).toBeVisible();
    await holdsAtBothWidths(office, name);
  }
});
