// What is left to do when the phones are still: verdicts, a word to an operator, and a look at every screen of the day.
import { expect, type Page } from '@playwright/test';
import { desktop, expectAccessible, expectNoSidewaysScroll, phone, picture, reportCall } from './browser';
import { answerRing, writeNotes } from './desk-page';

/** The last call of the day, taken at a desk. @returns its id */
export async function takeCall(desk: Page, client: { name: string; did: string }, at: Date): Promise<string> {
  const ring = { callId: 'evening', from: '+4915177700999', to: client.did, at: at.toISOString() };
  await reportCall({ type: 'call.ringing', ...ring });
  const callId = await answerRing(desk, client.name);
  await writeNotes(desk, ['Wants to know when the new payslip comes']);
  await desk.keyboard.press('F9');
  const sheet = desk.getByRole('dialog', { name: 'Wrap up' });
  await sheet.getByRole('radio', { name: /Informed/ }).check();
  const again = sheet.getByRole('button', { name: /Save all the same/ });
  const idle = desk.getByRole('heading', { name: 'No calls' });
  await desk.keyboard.press('Control+Enter');
  await expect(again.or(idle).first()).toBeVisible();
  if (await again.isVisible()) await again.click();
  await expect(idle).toBeVisible();
  return callId;
}

/** A verdict, and something for the client to mend. */
export async function reviewEscalation(manager: Page, escalationId: string): Promise<void> {
  await manager.goto(`/manage/escalations/${escalationId}`);
  const verdict = manager.getByRole('form', { name: 'Verdict' });
  await verdict.getByRole('radio', { name: 'Too slow' }).check();
  await verdict.getByRole('button', { name: 'Save the verdict' }).click();
  await expect(manager.getByRole('list', { name: 'Reviews' }).getByText('Too slow')).toBeVisible();
  const mend = manager.getByRole('form', { name: 'Something to mend' });
  await mend.getByRole('textbox').fill('Eva Schulz has a new telephone number.');
  await mend.getByRole('button').last().click();
  await expect(
    manager.getByRole('listitem').getByText('Eva Schulz has a new telephone number.'),
  ).toBeVisible();
}

/** A call is drawn and scored with the keys alone. */
export async function scoreCall(manager: Page, operatorName: string): Promise<void> {
  await manager.goto('/manage/coaching');
  await manager.getByRole('button', { name: 'Draw calls' }).first().click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Draw', exact: true }).click();
  await expect(manager.getByText('1 call drawn, of 1 operator.')).toBeVisible();
  await picture(manager, 'coaching-samples');
  await manager.getByRole('link', { name: operatorName }).first().click();
  const form = manager.getByRole('form', { name: 'Score this call' });
  await expect(form.getByRole('radio').first()).toBeFocused();
  const criteria = await form.getByRole('radio', { name: 'Met', exact: true }).count();
  for (let criterion = 1; criterion <= criteria; criterion += 1) {
    await manager.keyboard.press('1');
    await expect(
      form.getByText(new RegExp(`^${String(criterion)} of ${String(criteria)} marked`)),
    ).toBeVisible();
  }
  await manager.keyboard.type('You kept calm all day.');
  await expectAccessible(manager);
  await picture(manager, 'coaching-score');
  await manager.keyboard.press('Control+Enter');
  await expect(manager.getByText('You kept calm all day.').first()).toBeVisible();
}

/** The operator reads the score and the note, and answers. */
export async function answerCoaching(desk: Page): Promise<void> {
  await desk.goto('/account/coaching');
  await expect(desk.getByText('You kept calm all day.')).toBeVisible();
  await desk.getByRole('textbox').first().fill('Thank you. The read-back helped.');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText('Thank you. The read-back helped.').first()).toBeVisible();
}

/** Of one screen at a desk and on a phone: it has something to show, nothing sticks out, and everybody can use it. */
async function visit(page: Page, paths: readonly string[]): Promise<void> {
  const problems: string[] = [];
  for (const path of paths) {
    await page.setViewportSize(desktop);
    await page.goto(path);
    const name = path.replaceAll(/[0-9a-f-]{36}/g, 'one').replaceAll(/[^a-z]+/g, '-');
    for (const [size, viewport] of Object.entries({ desktop, phone })) {
      await page.setViewportSize(viewport);
      try {
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByText(/ being loaded\.$/)).toHaveCount(0);
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      } catch (error) {
        problems.push(`${path}, ${size}: ${String(error)}`);
      }
      await picture(page, `day-${size}${name}`);
    }
  }
  expect(problems).toEqual([]);
}

type Seen = Record<'briefingId' | 'escalationId' | 'promiseId' | 'callbackId' | 'callId' | 'today', string>;

/** What a day like this leaves on every screen of what follows it. */
export async function visitAll(
  { manager, office, desk }: Record<'manager' | 'office' | 'desk', Page>,
  { briefingId, escalationId, promiseId, callbackId, callId, today }: Seen,
): Promise<void> {
  await Promise.all([
    visit(manager, [
      '/manage',
      '/manage/promises',
      `/manage/promises/${promiseId}`,
      '/manage/escalations',
      '/manage/escalations?review=all',
      `/manage/escalations/${escalationId}`,
      `/manage/incidents/${briefingId}`,
      '/manage/callers',
      '/manage/reports',
      '/manage/digests',
      `/manage/digests/account?${today}`,
      '/manage/coaching',
      '/manage/coaching/scored',
      '/manage/coaching/results',
      '/manage/coaching/form',
      `/manage/coaching/calls/${callId}`,
      '/manage/outcomes',
      '/manage/settings',
    ]),
    visit(office, [
      '/portal',
      '/portal/promises',
      `/portal/promises/${promiseId}`,
      '/portal/callbacks',
      `/portal/callbacks/${callbackId}`,
      `/portal/escalations/${escalationId}`,
      `/portal/incidents/${briefingId}`,
      '/portal/actions',
      '/portal/callers',
      '/portal/reports',
      '/portal/digests',
      `/portal/digests/account?${today}`,
    ]),
    visit(desk, ['/desk', '/account/coaching']),
  ]);
}
