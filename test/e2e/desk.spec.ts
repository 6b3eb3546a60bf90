// The desk as operators use it besides the talk itself: keys, palette, emergencies, presence, hand-over, every screen.
import { expect, type Page } from '@playwright/test';
import {
  askApi,
  closeCalls,
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

const brightwater = () => harbor().clients.find(({ name }) => name === 'Brightwater Payroll');
const did = () => brightwater()?.dids[0] ?? '';

/** The desk is idle, and listens: to the server, and to keys. */
async function idle(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'No calls' })).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
}

/** A call that Luca has answered. */
async function answered(page: Page, callId: string, from: string): Promise<void> {
  await idle(page);
  await reportCall({ type: 'call.ringing', callId, from, to: did() });
  await expect(page.getByRole('heading', { name: 'Brightwater Payroll' })).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.getByRole('region', { name: 'Guide' })).toBeAttached();
  await expect(page.getByText('Answering', { exact: true })).toHaveCount(0);
}

type Listed = { id: string; urgency: string; summary: string; state: string };

async function newestEscalation(): Promise<Listed | undefined> {
  return (await askApi<{ items: Listed[] }>('GET', '/escalations?limit=1')).items[0];
}

test.afterEach(() => closeCalls());

test('an emergency is two keystrokes away: in a call while typing, and without any call', async ({
  browser,
}) => {
  const mailbox = await startMailbox();
  const desk = await signIn(browser, 'operator2@harbor.example');
  await answered(desk, 'emergency-1', '+4915112360001');
  await desk.getByLabel('Note', { exact: true }).fill('Somebody has collapsed in the lobby');
  await desk.keyboard.press('Shift+F8');
  await desk.keyboard.press('Enter');
  const mail = await mailbox.expectMailTo('tom.becker@brightwater.example');
  expect(mail.subject).toContain('EMERGENCY');
  expect(await newestEscalation()).toMatchObject({ urgency: 'emergency', state: 'open' });
  expect((await newestEscalation())?.summary).toContain('Somebody has collapsed in the lobby');
  await askApi('POST', `/escalations/${(await newestEscalation())?.id ?? ''}/cancel`);
  await closeCalls();

  await desk.goto('/desk');
  await idle(desk);
  await desk.keyboard.press('Shift+F8');
  await expect(desk.getByRole('dialog')).toBeVisible();
  await picture(desk, 'desk-emergency-idle');
  await expectAccessible(desk);
  await desk.context().close();
  await mailbox.stop();
});

test('keys are changed by the keyboard, switched off, and kept', async ({ browser }) => {
  const desk = await signIn(browser, 'operator2@harbor.example');
  await idle(desk);
  await desk.keyboard.press('Control+/');
  const sheet = desk.getByRole('dialog', { name: 'Keys' });
  await sheet
    .getByRole('button', { name: /Change.*Find anything/ })
    .first()
    .focus();
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Alt+g');
  await expect(sheet.getByText('Press the new keys')).toHaveCount(0);
  await sheet.getByRole('button', { name: /^Off.*mood/i }).focus();
  await desk.keyboard.press('Enter');
  await picture(desk, 'desk-keys');
  await expectAccessible(desk);
  await desk.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await desk.reload();
  await idle(desk);
  await desk.keyboard.press('Control+k');
  await expect(desk.getByRole('dialog', { name: 'Command palette' })).toHaveCount(0);
  await desk.keyboard.press('Alt+g');
  await expect(desk.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Control+/');
  await sheet.getByRole('button', { name: 'All usual keys' }).focus();
  await desk.keyboard.press('Enter');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('Control+k');
  await expect(desk.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await desk.context().close();
});

test('the palette finds a misspelt caller of an earlier call, and opens it', async ({ browser }) => {
  const desk = await signIn(browser, 'operator2@harbor.example');
  await answered(desk, 'palette-1', '+4915112360002');
  await desk.getByLabel('Caller’s name').fill('Hannelore Papadopoulos');
  await desk.keyboard.press('F9');
  await desk.getByRole('radio', { name: /Message taken/ }).check();
  await desk.keyboard.press('Control+Enter');
  await desk.getByRole('button', { name: /Save all the same/ }).click();
  await expect(desk.getByRole('heading', { name: 'No calls' })).toBeVisible();

  await desk.context().close();

  // A colleague's desk knows nothing of that call: the search does.
  const other = await signIn(browser, 'operator@harbor.example');
  await idle(other);
  await other.keyboard.press('Control+k');
  const palette = other.getByRole('dialog', { name: 'Command palette' });
  await expect(palette.getByRole('combobox', { name: 'What do you want to do?' })).toBeFocused();
  await other.keyboard.type('Hanelore Papadopulos');
  await expect(palette.getByRole('option', { name: /Hannelore Papadopoulos/ })).toBeVisible();
  await picture(other, 'desk-palette');
  await expectAccessible(other);
  await other.keyboard.press('Enter');
  await expect(other.getByText('Hannelore Papadopoulos').first()).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Brightwater Payroll' })).toBeVisible();
  await other.context().close();
});

test('nobody is available before the ring of the desk was heard', async ({ browser }) => {
  const desk = await signIn(browser, 'operator2@harbor.example');
  await desk.context().grantPermissions(['notifications']);
  const presence = desk.getByRole('button', { name: /^Your presence/ });
  await expect(presence).toContainText('Preparing');
  await presence.click();
  await desk.getByRole('menuitemradio', { name: 'Available' }).click();
  const ring = desk.getByRole('dialog', { name: 'Test my ring' });
  await expect(ring.getByText('The ring is playing now')).toBeVisible();
  await picture(desk, 'desk-ring-test');
  await expectAccessible(desk);
  await ring.getByRole('button', { name: 'I heard nothing' }).click();
  await expect(ring.getByText('Is this tab muted?', { exact: false })).toBeVisible();
  await ring.getByRole('button', { name: 'I heard it' }).click();
  await expect(ring).toBeHidden();
  await expect(presence).toContainText('Available');
  await presence.click();
  await desk.getByRole('menuitemradio', { name: /Meal/i }).click();
  await expect(presence).toContainText(/meal/i);

  const wall = await signIn(browser, 'manager@harbor.example');
  await wall.goto('/manage/wall');
  await expect(wall.getByText('Luca Bianchi')).toBeVisible();
  await expect(wall.getByText(/meal/i).first()).toBeVisible();
  await picture(wall, 'manage-wall');
  await expectAccessible(wall);
  await wall.context().close();
  await desk.context().close();
});

test('a call is handed over with its notes, and exactly one has it', async ({ browser }) => {
  const luca = await signIn(browser, 'operator2@harbor.example');
  const dana = await signIn(browser, 'operator@harbor.example');
  await answered(luca, 'hand-over-1', '+4915112360003');
  await luca.getByLabel('Note', { exact: true }).fill('Speaks only Spanish');
  await luca.keyboard.press('Enter');
  await luca.keyboard.press('Alt+h');
  const sheet = luca.getByRole('dialog', { name: 'Hand over this call' });
  await sheet.getByRole('radio', { name: /Dana Okafor/ }).check();
  await sheet.getByLabel('What should they know first?').fill('She waits for a call about her rent.');
  await luca.keyboard.press('Control+Enter');
  await expect(luca.getByText(/Offered to Dana Okafor/)).toBeVisible();

  await expect(dana.getByText(/Luca Bianchi hands you a call/)).toBeVisible();
  await expect(dana.getByText('She waits for a call about her rent.')).toBeVisible();
  await picture(dana, 'desk-hand-over');
  await expectAccessible(dana);
  await dana.getByRole('button', { name: 'Take it over' }).click();
  const log = dana.getByRole('region', { name: 'Log' });
  await expect(log.getByText('Speaks only Spanish')).toBeVisible();
  await expect(log.getByText(/Handed over from Luca Bianchi to Dana Okafor/)).toBeVisible();
  await expect(luca.getByRole('region', { name: 'Guide' })).toHaveCount(0);
  await dana.context().close();
  await luca.context().close();
});

test('an e-mailed complaint is worked off with the same guide', async ({ browser }) => {
  const desk = await signIn(browser, 'operator2@harbor.example');
  await desk.getByRole('button', { name: 'Enter an e-mailed complaint' }).click();
  const dialog = desk.getByRole('dialog', { name: 'Enter an e-mailed complaint' });
  await dialog.getByRole('combobox').first().fill('Brightwater');
  await desk.getByRole('option', { name: 'Brightwater Payroll' }).click();
  await dialog.getByLabel('Sender’s e-mail address').fill('grace.hall@example.com');
  await dialog.getByLabel('What the e-mail says').fill('My payslip is wrong for the second time.');
  await picture(desk, 'desk-complaint');
  await expectAccessible(desk);
  await dialog.getByRole('button', { name: 'Open it' }).click();
  const guide = desk.getByRole('region', { name: 'Guide' });
  await expect(guide.getByText('Read it all, once, without planning the answer.')).toBeVisible();
  await expect(
    desk.getByRole('region', { name: 'Log' }).getByText('My payslip is wrong for the second time.'),
  ).toBeVisible();
  await picture(desk, 'desk-complaint-open');
  await expectAccessible(desk);
  await desk.context().close();
});

const widths = [desktop, { width: 1280, height: 800 }, { width: 1024, height: 768 }, phone];

for (const scheme of ['light', 'dark'] as const) {
  test(`every screen of the desk, ${scheme}`, async ({ browser }) => {
    const desk = await signIn(browser, 'operator2@harbor.example');
    await desk.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const look = async (name: string) => {
      for (const size of scheme === 'light' ? widths : [desktop, phone]) {
        await desk.setViewportSize(size);
        await expectNoSidewaysScroll(desk);
        if (size === desktop || size === phone) await expectAccessible(desk);
        await picture(desk, `desk-${name}-${scheme}-${size.width}`);
      }
      await desk.setViewportSize(desktop);
    };
    await expect(desk.getByRole('heading', { name: 'No calls' })).toBeVisible();
    await look('idle');
    const from = '+4915112360009';
    await reportCall({ type: 'call.ringing', callId: `screens-${scheme}`, from, to: did() });
    await expect(desk.getByRole('heading', { name: 'Brightwater Payroll' })).toBeVisible();
    await look('ring');
    await desk.keyboard.press('F2');
    const note = desk.getByLabel('Note', { exact: true });
    await expect(desk.getByText('Answering', { exact: true })).toHaveCount(0);
    await note.fill('nobody here would have done that');
    await look('call');
    await desk.setViewportSize(phone);
    for (const region of ['Notes', 'Caller']) {
      await desk.getByRole('button', { name: region, exact: true }).click();
      await expectAccessible(desk);
      await picture(desk, `desk-call-${region.toLowerCase()}-${scheme}-390`);
    }
    await desk.setViewportSize(desktop);
    await desk.keyboard.press('F8');
    await expect(
      desk.getByRole('dialog', { name: 'Escalate' }).getByText('Tom Becker').first(),
    ).toBeVisible();
    await look('escalate');
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('F9');
    await expect(desk.getByRole('dialog', { name: 'Wrap up' })).toBeVisible();
    await look('wrap-up');
    await note.fill('');
    await closeCalls();
    await expect(desk.getByRole('dialog', { name: 'Wrap up' })).toBeHidden();
    await desk.context().close();
  });
}
