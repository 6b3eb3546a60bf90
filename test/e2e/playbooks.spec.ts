// One whole call with each method, from the ring to the wrap-up, by an operator who never touches the mouse.
import { expect, type Page } from '@playwright/test';
import { builtInPlaybook } from '../../src/domain/playbooks/built-in-playbooks';
import { builtInIds, type PlaybookStep } from '../../src/domain/playbooks/model';
import {
  askApi,
  closeCalls,
  harbor,
  picture,
  reportCall,
  signIn,
  startMailbox,
  test,
} from '../support/browser';
import type { SmtpSink } from '../support/smtp-sink';

const brightwater = () => harbor().clients.find(({ name }) => name === 'Brightwater Payroll');

type KeptCall = {
  call: {
    state: string;
    issue: string;
    callerName: string;
    requestedSolution: string;
    mood: string;
    moodAtStart: string;
    apology: string | null;
    readBack: string;
    disposition: string;
    playbookId: string;
    steps: Record<string, string>;
  };
  notes: { text: string }[];
};

/** Whoever presses a mouse button, or touches, is counted. */
async function countPointers(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { pointers: 0 });
    addEventListener('pointerdown', () => Object.assign(window, { pointers: 1 }), { capture: true });
  });
}

const stepInFocus = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-step]')?.dataset['step'] ?? null);

/** Keys alone: on to the step, round and round, until the focus stands in it. */
async function goToStep(page: Page, { id }: PlaybookStep): Promise<void> {
  for (let pressed = 0; pressed < 25; pressed += 1) {
    const before = await stepInFocus(page);
    if (before === id) return;
    await page.keyboard.press('Alt+n');
    // The focus follows with the next picture: a second key before it would be one step too many.
    await expect.poll(() => stepInFocus(page)).not.toBe(before);
  }
  throw new Error(`The key never came to the step ${id}.`);
}

/** What the operator does in a step, by its kind; Ctrl+Enter completes it. */
async function workOff(page: Page, step: PlaybookStep, mailbox: SmtpSink): Promise<void> {
  const place = page.getByRole('region', { name: step.title, exact: true });
  const tick = place.getByRole('checkbox', { name: `Done: ${step.title}` });
  // The read-back, a promise or a choice may have been settled on the way.
  if (await tick.isChecked()) return;
  if (step.kind === 'escalation') return escalate(page, mailbox);
  await goToStep(page, step);
  await expect(place.getByText(step.cue)).toBeVisible();
  switch (step.kind) {
    case 'issue':
      await page.keyboard.type('The payslip shows 200 euros too little.');
      break;
    case 'account':
      await page.keyboard.type('Jonas Weber');
      break;
    case 'wish':
      await page.keyboard.type('A new payslip by Friday');
      break;
    case 'apology':
      await page.keyboard.press('Space');
      break;
    case 'promise':
      await promise(page);
      break;
    case 'read_back':
      await page.keyboard.press('Enter');
      await expect(place.getByRole('button', { name: 'Caller agrees, settled' })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      break;
    case 'tick':
    case 'listening':
    case 'ownership':
    case 'notes':
    case 'questions':
    case 'triage':
    case 'remedy':
      break;
  }
  if (await tick.isChecked()) return;
  await goToStep(page, step);
  await page.keyboard.press('Control+Enter');
  await expect(tick).toBeChecked();
}

/** A call back, by a usual deadline. */
async function promise(page: Page): Promise<void> {
  const form = page.getByRole('group', { name: 'New promise' });
  // From nowhere, so that the key alone brings the focus there, and has brought it before anything is typed.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('Alt+p');
  await expect(form.locator(':focus')).toHaveCount(1);
  await form.getByRole('textbox').first().focus();
  await page.keyboard.type('the wrong payslip');
  const deadline = form.getByRole('list', { name: 'Usual deadlines' }).getByRole('button').last();
  await deadline.focus();
  await page.keyboard.press('Enter');
  await expect(deadline).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(form.getByText(/^Promised: /)).toBeVisible();
}

/** F8, Ctrl+Enter, Esc. */
async function escalate(page: Page, mailbox: SmtpSink): Promise<void> {
  await page.keyboard.press('F8');
  const sheet = page.getByRole('dialog', { name: 'Escalate' });
  await expect(sheet.getByText('Tom Becker').first()).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(sheet.getByRole('button', { name: 'Start another escalation' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  expect((await mailbox.expectMailTo('tom.becker@brightwater.example')).subject).toContain('Brightwater');
  const { items } = await askApi<{ items: { id: string }[] }>('GET', '/escalations?limit=1');
  await askApi('POST', `/escalations/${items[0]?.id ?? ''}/cancel`);
}

let mailbox: SmtpSink;

test.beforeAll(async () => {
  mailbox = await startMailbox();
});

test.afterAll(() => mailbox.stop());

test.afterEach(async () => {
  await closeCalls();
  await askApi('PATCH', `/clients/${brightwater()?.id ?? ''}`, { playbookId: null });
});

for (const [place, id] of builtInIds.entries()) {
  test(`a whole call by keyboard alone: ${id}`, async ({ browser }) => {
    const playbook = builtInPlaybook(id)?.content;
    if (playbook === undefined) throw new Error(`No playbook ${id}.`);
    const { id: clientId = '', dids = [] } = brightwater() ?? {};
    await askApi('PATCH', `/clients/${clientId}`, { playbookId: id });
    const desk = await signIn(browser, 'operator2@harbor.example');
    await expect(desk.getByRole('heading', { name: 'No calls' })).toBeVisible();
    await countPointers(desk);

    const from = `+49151123500${String(place).padStart(2, '0')}`;
    const ring = { callId: `keys-${id}`, from, to: dids[0] };
    await reportCall({ type: 'call.ringing', ...ring });
    await expect(desk.getByRole('heading', { name: 'Brightwater Payroll' })).toBeVisible();
    await desk.keyboard.press('F2');
    const note = desk.getByLabel('Note', { exact: true });
    await expect(note).toBeFocused();
    await expect(desk.getByText('Answering', { exact: true })).toHaveCount(0);
    // The mood at the start, and a little later; the wrap-up adds the one at the end.
    const latest = async () => {
      const { items } = await askApi<{ items: KeptCall['call'][] }>(
        'GET',
        `/calls?clientId=${clientId}&limit=1`,
      );
      return items[0];
    };
    await desk.keyboard.press('F7');
    await expect.poll(async () => (await latest())?.moodAtStart).toBe('calm');
    await desk.keyboard.press('F7');
    await expect(desk.getByText(/Mood now: Upset/)).toBeVisible();
    await desk.keyboard.type('The November payslip is wrong');
    await desk.keyboard.press('Enter');
    await desk.keyboard.press('Alt+1');
    await expect(desk.getByRole('button', { name: 'Statement 1: told' })).toBeVisible();

    const guide = desk.getByRole('region', { name: 'Guide' });
    await expect(guide.getByRole('heading', { name: playbook.name })).toBeVisible();
    const account = guide.getByLabel('Caller’s name');
    await expect(account).toHaveCount(playbook.foldsAccount ? 0 : 1);
    for (const step of playbook.steps) await workOff(desk, step, mailbox);
    await expect(guide.getByText(/All steps done/)).toBeVisible();
    // Going through the steps moved their column alone: who calls stays in sight.
    await expect(desk.getByRole('heading', { name: 'Brightwater Payroll' })).toBeInViewport();
    await picture(desk, `playbook-${id}`);

    await desk.keyboard.press('F9');
    const sheet = desk.getByRole('dialog', { name: 'Wrap up' });
    await expect(sheet).toBeVisible();
    await desk.keyboard.press('F7');
    await sheet.getByRole('radio', { name: /Informed/ }).focus();
    await desk.keyboard.press('Space');
    await desk.keyboard.press('Control+Enter');
    const again = sheet.getByRole('button', { name: /Save all the same/ });
    const idle = desk.getByRole('heading', { name: 'No calls' });
    await expect(again.or(idle).first()).toBeVisible();
    if (await again.isVisible()) await desk.keyboard.press('Control+Enter');
    await expect(idle).toBeVisible();
    expect(await desk.evaluate(() => (window as unknown as { pointers: number }).pointers)).toBe(0);

    const { items } = await askApi<{ items: { id: string }[] }>('GET', `/calls?clientId=${clientId}&limit=1`);
    const { call, notes } = await askApi<KeptCall>('GET', `/calls/${items[0]?.id ?? ''}`);
    const kinds = new Set(playbook.steps.map(({ kind }) => kind));
    expect(call).toMatchObject({
      state: 'closed',
      playbookId: id,
      moodAtStart: 'calm',
      mood: 'angry',
      issue: kinds.has('issue') ? 'The payslip shows 200 euros too little.' : '',
      callerName: 'Jonas Weber',
      requestedSolution: kinds.has('wish') ? 'A new payslip by Friday' : '',
      readBack: 'total',
      disposition: 'informed',
    });
    expect(notes.map(({ text }) => text)).toEqual(['The November payslip is wrong']);
    const { items: promises } = await askApi<{ items: { what: string }[] }>(
      'GET',
      `/promises?callId=${items[0]?.id ?? ''}`,
    );
    expect(promises.map(({ what }) => what)).toEqual(kinds.has('promise') ? ['the wrong payslip'] : []);
    await desk.context().close();
  });
}
