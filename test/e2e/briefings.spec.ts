import { expect, type Page } from '@playwright/test';
import {
  askApi,
  closeCalls,
  expectAccessible,
  expectNoSidewaysScroll,
  harbor,
  phone,
  picture,
  reportCall,
  signIn,
  test,
} from '../support/browser';

const didOf = (name: string) => harbor().clients.find((client) => client.name === name)?.dids[0] ?? '';

/** A call that rings at the desk and is answered there. */
async function answered(desk: Page, callId: string, from: string, client: string): Promise<void> {
  await reportCall({ type: 'call.ringing', callId, from, to: didOf(client) });
  await expect(desk.getByRole('heading', { name: client })).toBeVisible();
  await desk.keyboard.press('F2');
  await expect(desk.getByLabel('Note', { exact: true })).toBeVisible();
}

test.afterEach(() => closeCalls());

test('an author publishes a useful briefing from a template, on a phone, in a dozen steps', async ({
  browser,
}) => {
  const desk = await signIn(browser, 'operator2@harbor.example');
  const page = await signIn(browser, 'author@alder.example', phone);
  let steps = 0;
  const step = async (deed: Promise<unknown>) => {
    steps += 1;
    await deed;
  };
  await step(
    page
      .getByRole('link', { name: /new briefing/i })
      .first()
      .click(),
  );
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await picture(page, 'phone-templates');
  await step(page.getByRole('button', { name: /closed by weather|weather/i }).click());
  await expect(page.getByText(/places? to fill in/)).toBeVisible();
  await picture(page, 'phone-editor');
  const next = page.getByRole('button', { name: 'Next place' });
  for (let place = 1; place <= 4 && (await next.isVisible()); place += 1) {
    await step(next.click());
    await step(page.keyboard.insertText('all three practices'));
  }
  await expect(page.getByText(/places? to fill in/)).toBeHidden();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await step(page.getByRole('button', { name: 'Publish' }).first().click());
  await picture(page, 'phone-publish');
  await step(page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click());
  await expect(page.getByText(/operators? on shift ha(s|ve) it/)).toBeVisible();
  await picture(page, 'phone-published');
  expect(steps).toBeLessThanOrEqual(12);
  await expect(desk.getByText(/all three practices/).first()).toBeVisible();
});

test('an account manager approves, an operator confirms, the author sees it', async ({ browser }) => {
  const desk = await signIn(browser, 'operator@harbor.example');
  await expect(desk.getByRole('heading', { name: 'No calls' })).toBeVisible();
  await expect(desk.getByText('Parcels from the Hanover depot')).toBeHidden();
  const manager = await signIn(browser, 'manager@harbor.example');
  await manager.goto('/manage/approvals');
  await expectAccessible(manager);
  await picture(manager, 'manage-approvals');
  await manager
    .getByRole('link', { name: /Parcels from the Hanover depot/ })
    .first()
    .click();
  await expect(manager.getByText('Your parcel is safe at the depot.').first()).toBeVisible();
  await expectAccessible(manager);
  await picture(manager, 'manage-approval');
  await manager.getByRole('button', { name: 'Approve and publish' }).click();

  await expect(desk.getByText('Parcels from the Hanover depot').first()).toBeVisible();
  const author = await signIn(browser, 'author@meridian.example');
  await author.goto('/portal/briefings');
  await author
    .getByRole('link', { name: /Parcels from the Hanover depot/ })
    .first()
    .click();
  await expect(author.getByText(/0 of \d operators? on shift/)).toBeVisible();
  const toConfirm = desk.getByRole('region', { name: 'Briefings to confirm' });
  for (let briefing = 1; briefing <= 4 && (await toConfirm.isVisible()); briefing += 1) {
    const before = await toConfirm.getByRole('listitem').count();
    await desk.keyboard.press('F6');
    await expect(toConfirm.getByRole('listitem')).toHaveCount(before - 1);
  }
  await expect(toConfirm).toBeHidden();
  await expect(author.getByText(/1 of \d operators? on shift/)).toBeVisible();
  await picture(author, 'portal-reach');
});

test('a statement is corrected during a call: the caller is called back, and the recall is complete', async ({
  browser,
}) => {
  const desk = await signIn(browser, 'operator@harbor.example');
  await answered(desk, 'recall-1', '+4915112345601', 'Brightwater Payroll');
  await desk.keyboard.press('Alt+4');
  await expect(desk.getByRole('button', { name: 'Statement 4: told' })).toBeVisible();

  const author = await signIn(browser, 'author@brightwater.example');
  await author.goto('/portal/briefings');
  await author
    .getByRole('link', { name: /November payslips/ })
    .first()
    .click();
  await author.getByRole('button', { name: 'Withdraw… statement 4' }).click();
  const dialog = author.getByRole('dialog');
  await expect(dialog.getByText(/1 caller was told this/)).toBeVisible();
  await dialog.getByLabel('Why it is wrong').fill('A list of employers was in the attachment.');
  await dialog
    .getByLabel('What operators say instead')
    .fill('Only the name of your employer was visible to others.');
  await expectAccessible(author);
  await picture(author, 'portal-withdraw');
  await dialog.getByRole('button', { name: /Withdraw|Correct/ }).click();

  // What the operator reads stays where it is, and is struck out.
  await expect(desk.getByText('A list of employers was in the attachment.').first()).toBeVisible();
  await expect(desk.getByText('No personal details were sent to anybody else.').first()).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Statement 4: mark as told' })).toBeHidden();
  await expectAccessible(desk);
  await picture(desk, 'desk-correction');
  await closeCalls();

  await author.goto('/portal/recalls');
  await author
    .getByRole('link', { name: /November payslips|No personal details/ })
    .first()
    .click();
  await expect(author.getByText('1 still to call')).toBeVisible();
  await expectAccessible(author);
  await picture(author, 'portal-recall');

  await desk.goto('/desk');
  await desk
    .getByRole('region', { name: /Callbacks/ })
    .getByRole('button')
    .first()
    .click();
  await expect(desk.getByText('Only the name of your employer was visible to others.')).toBeVisible();
  await expect(desk.getByRole('button', { name: /Reached/ })).not.toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(desk);
  await picture(desk, 'desk-callback');
  await desk.keyboard.press('1');
  await expect(author.getByText('Complete: everybody who was told has been called back.')).toBeVisible();
  await picture(author, 'portal-recall-complete');
});

test('a question that the briefing does not cover is answered, and the caller called back', async ({
  browser,
}) => {
  const desk = await signIn(browser, 'operator@harbor.example');
  await answered(desk, 'question-1', '+4915112345602', 'Brightwater Payroll');
  await desk.getByLabel('What does the caller ask?').fill('Is my October payslip wrong too?');
  await expect(desk.getByText('Not covered: ask the client.')).toBeVisible();
  await desk.getByLabel('What does the caller ask?').press('Enter');
  await expect(desk.getByText(/Sent to the client/)).toBeVisible();
  await closeCalls();

  const author = await signIn(browser, 'author@brightwater.example');
  await author.goto('/portal/questions');
  await expect(author.getByText('Is my October payslip wrong too?').first()).toBeVisible();
  await expectAccessible(author);
  await picture(author, 'portal-questions');
  await author.getByRole('button', { name: /^Answer: Is my October/ }).click();
  await author.getByLabel('Answer', { exact: true }).fill('No. October was checked, and it is right.');
  await picture(author, 'portal-answer');
  await author.getByRole('dialog').getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(author.getByRole('heading', { name: 'Answered' })).toBeVisible();

  await desk.goto('/desk');
  await desk
    .getByRole('region', { name: /Callbacks/ })
    .getByRole('button')
    .first()
    .click();
  await expect(desk.getByText('No. October was checked, and it is right.')).toBeVisible();
  await expect(desk.getByRole('button', { name: /Reached/ })).not.toHaveAttribute('aria-disabled', 'true');
  await desk.keyboard.press('1');
  await expect(desk.getByRole('heading', { name: 'No calls' })).toBeVisible();
  await expect(author.getByText(/Answered|answered/).first()).toBeVisible();
});

test('markup in every block is words, on the desk and in the portal', async ({ browser }) => {
  const evil = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
  const client = harbor().clients.find(({ name }) => name === 'Alder Dental Group');
  const { id } = await askApi<{ id: string }>('POST', '/briefings', {
    clientId: client?.id,
    headline: `${evil} headline`,
    severity: 'critical',
    opening: evil,
    openingIn: { es: evil },
    facts: [{ text: evil, source: evil }],
    unknowns: [evil],
    statements: [evil],
    assurances: [evil],
    neverSay: [{ phrase: evil, sayInstead: evil }],
    qa: [{ question: evil, answer: evil }],
    intake: [{ label: evil }],
    escalateWhen: [evil],
    closing: evil,
    publish: true,
  });
  const desk = await signIn(browser, 'operator@harbor.example');
  await reportCall({
    type: 'call.ringing',
    callId: 'markup',
    from: '+4915112345603',
    to: didOf('Alder Dental Group'),
  });
  await expect(desk.getByText(/onerror.*headline/).first()).toBeVisible();
  await expect(desk).not.toHaveTitle('owned');
  const author = await signIn(browser, 'author@alder.example');
  for (const path of [`/portal/briefings/${id}`, `/portal/briefings/${id}/print`, '/portal/briefings']) {
    await author.goto(path);
    await expect(author.getByText(/onerror/).first()).toBeVisible();
    await expect(author).not.toHaveTitle('owned');
  }
  await askApi('POST', `/briefings/${id}/withdraw`, { reason: 'A trial.' });
});
