// The day of the payroll company, from the overflow in the morning to the pack at 18:00, on a product and a clock of its own.
import { parse } from 'csv-parse/sync';
import { expect, type APIResponse, type Browser, type Page } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { askApi, expectAccessible, phone, picture, signIn, startMailbox, test } from '../support/browser';
import { answerCoaching, reviewEscalation, scoreCall, takeCall, visitAll } from '../support/evening';
import { dayCalls, NOON, PayrollDay, type DayCall } from '../support/payroll-day';
import { pdfPages } from '../support/pdf-text';
import { ProductClock } from '../support/product-clock';
import { startApart } from '../support/start-apart';
import type { SmtpSink } from '../support/smtp-sink';

const SIX_IN_THE_EVENING = 10 * 60;

/** Calls in which something is promised, and by when, in minutes after 08:00. */
const promised = new Map([
  [3, { kind: 'callback', what: 'A payroll specialist calls back', due: 6 * 60 }],
  [8, { kind: 'document', what: 'A corrected payslip by e-mail', due: 8 * 60 }],
  [13, { kind: 'information', what: 'Whether October is affected', due: 7 * 60 }],
  [21, { kind: 'other', what: 'tell the bank', due: 30 * 60 }],
]);

/** Calls that are escalated. */
const [TAKEN_AT_ONCE, CONTACT_SILENT, SETTLED] = [4, 11, 25];

type Listed<Item> = { items: Item[]; nextCursor: string | null };
type CallRow = { id: string; ani?: string; from?: string; state: string };

/** All pages of a list. */
async function all<Item>(path: string): Promise<Item[]> {
  const found: Item[] = [];
  let cursor: string | null = null;
  do {
    const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Listed<Item> = await askApi<Listed<Item>>('GET', `${path}&limit=100${more}`);
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

async function acknowledgeByLink(page: Page, link: string | undefined): Promise<void> {
  await page.goto(link ?? 'about:blank');
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(page.getByRole('heading', { name: /Acknowledged by/ })).toBeVisible();
}

async function escalate(callId: string, summary: string): Promise<string> {
  const { id } = await askApi<{ id: string }>('POST', '/escalations', {
    callId,
    urgency: 'urgent',
    summary,
  });
  return id;
}

test('the day of the payroll company', async ({ browser }) => {
  test.setTimeout(480_000);
  const product = await startApart();
  const mailbox: SmtpSink = await startMailbox();
  const clock = ProductClock.open();
  try {
    const tomorrow = Temporal.Now.zonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days: 1 });
    const eight = tomorrow.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '08:00' });
    const day = await PayrollDay.begin(clock, new Date(eight.epochMilliseconds));

    // In the morning the author sends all calls to the answering service.
    const author = await signIn(browser, 'author@brightwater.example');
    await clock.showIn(author);
    await author.reload();
    await author.getByRole('link', { name: 'Briefings' }).first().click();
    await author.getByRole('button', { name: /^Send all your calls/ }).click();
    const dialog = author.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Until 18:00 today' }).check();
    await dialog.getByRole('button', { name: 'Send all calls' }).click();
    await expect(author.getByText(/All calls come to Harbor Answering until/).first()).toBeVisible();
    const desk = await signIn(browser, 'operator@harbor.example');
    await expect(desk.getByText(/Brightwater Payroll/).first()).toBeVisible();
    await picture(desk, 'day-desk-morning');

    const briefing = await day.briefing();
    const hand = await (await browser.newContext({ viewport: phone })).newPage();
    const ids: string[] = [];
    const promises = new Map<number, string>();
    const escalations = new Map<number, string>();
    let isCorrected = false;

    for (const [n, call] of dayCalls.entries()) {
      if (call.at >= NOON && !isCorrected) {
        isCorrected = true;
        await correctAtNoon(author, day, briefing.id);
      }
      const id = await day.live(call, call.isTold ? briefing : null);
      ids.push(id);
      const promise = promised.get(n);
      if (promise !== undefined) {
        const { kind, what, due } = promise;
        const dueAt = day.at(due).toISOString();
        const given = await askApi<{ id: string }>('POST', '/promises', { callId: id, kind, what, dueAt });
        promises.set(n, given.id);
      }
      if (n === TAKEN_AT_ONCE || n === CONTACT_SILENT || n === SETTLED) {
        const summary = `${call.name} says that the money is missing.`;
        escalations.set(n, await escalate(id, summary));
        // Tom is also asked to report back on the earlier ones.
        const mailTo = (address: string) =>
          mailbox.expectMail(({ to, text }) => to === address && text.includes(summary));
        const first = await mailTo('tom.becker@brightwater.example');
        if (n === CONTACT_SILENT) {
          // Tom stays silent: his deputy is told.
          await day.passTo(call.at + 8);
          const second = await mailTo('eva.schulz@brightwater.example');
          await acknowledgeByLink(hand, second.link);
        } else {
          await acknowledgeByLink(hand, first.link);
        }
      }
      if (call.answeredAfterSeconds !== null)
        await day.end(id, call, escalations.has(n) ? 'escalated' : undefined);
      if (n === SETTLED) {
        const address = 'caller@example.test';
        const consent = 'Yes, mail me when it is right.';
        await askApi('PUT', `/calls/${id}/caller-update`, { channel: 'email', address, consent });
        await askApi('POST', `/escalations/${escalations.get(n) ?? ''}/resolve`);
        expect((await mailbox.expectMailTo(address)).text).toContain('Your payslip has been corrected.');
      }
    }

    // Two promises are kept, one is broken, one is for tomorrow.
    await askApi('POST', `/promises/${promises.get(3) ?? ''}/keep`, {
      evidence: 'Spoke to the caller at 13:10.',
    });
    await askApi('POST', `/promises/${promises.get(8) ?? ''}/keep`, { evidence: 'Mailed at 15:00.' });
    await askApi('POST', `/promises/${promises.get(13) ?? ''}/break`, {
      reason: 'Nobody knew before the evening.',
    });

    // At 18:00 the client has its pack.
    await day.passTo(SIX_IN_THE_EVENING);
    await author.goto(`/portal/incidents/${briefing.id}`);
    await expect(author.getByRole('heading', { name: /^Incident: / })).toBeVisible();
    await picture(author, 'incident-board');
    await expectAccessible(author);
    await author.getByRole('button', { name: 'Make the pack' }).click();
    const row = author.getByRole('list', { name: 'Packs' }).getByRole('listitem').first();
    await expect(row.getByText('Ready')).toBeVisible({ timeout: 60_000 });
    await picture(author, 'incident-pack');
    await expectAccessible(author);

    await expectTruePack(author, row.getByRole('link'), { ids, briefingId: briefing.id });
    await evening(browser, clock, day, {
      briefingId: briefing.id,
      escalationId: escalations.get(CONTACT_SILENT) ?? '',
      promiseId: promises.get(21) ?? '',
    });
  } finally {
    await clock.close();
    mailbox.takeAll();
    await mailbox.stop();
    await product.stop();
  }
});

/** The manager reviews and coaches, the operator answers; then everybody looks at all that there is. */
async function evening(
  browser: Browser,
  clock: ProductClock,
  day: PayrollDay,
  { briefingId, escalationId, promiseId }: Record<'briefingId' | 'escalationId' | 'promiseId', string>,
): Promise<void> {
  const desk = await signIn(browser, 'operator2@harbor.example');
  const manager = await signIn(browser, 'manager@harbor.example');
  const office = await signIn(browser, 'office@brightwater.example');
  for (const page of [desk, manager, office]) {
    await clock.showIn(page);
    await page.reload();
  }
  const callId = await takeCall(desk, day.client, await clock.now());
  await reviewEscalation(manager, escalationId);
  await scoreCall(manager, 'Luca Bianchi');
  await answerCoaching(desk);
  const { items } = await askApi<Listed<{ id: string }>>('GET', '/callbacks?state=open&limit=1');
  const today = `from=${day.at(0).toISOString()}&to=${day.at(SIX_IN_THE_EVENING).toISOString()}`;
  const callbackId = items[0]?.id ?? '';
  await visitAll(
    { desk, manager, office },
    { briefingId, escalationId, promiseId, callbackId, callId, today },
  );
}

/** The author takes the statement back, gives the right one, and has everybody called back. */
async function correctAtNoon(author: Page, day: PayrollDay, briefingId: string): Promise<void> {
  await day.passTo(NOON - 2);
  const told = dayCalls.filter(({ isTold }) => isTold);
  const callers = new Set(told.map(({ from }) => from)).size;
  await author.goto(`/portal/briefings/${briefingId}`);
  await author.getByRole('button', { name: /^Withdraw… statement 2/ }).click();
  const dialog = author.getByRole('dialog');
  await expect(dialog.getByText(new RegExp(`${callers} callers were told this`))).toBeVisible();
  await dialog.getByLabel('Why it is wrong').fill('They come by post.');
  await dialog.getByLabel('What operators say instead').fill('You will receive a corrected payslip by post.');
  await picture(author, 'day-withdraw');
  await dialog.getByRole('button', { name: /Withdraw|Correct/ }).click();
  await expect(author.getByText('It is off every operator’s screen.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  // All but two of them are called back with the right words.
  const callbacks = (await all<{ id: string; reason: string }>('/callbacks?state=open')).filter(
    ({ reason }) => reason === 'recall',
  );
  expect(callbacks).toHaveLength(callers);
  for (const { id } of callbacks.slice(2)) {
    await askApi('POST', `/callbacks/${id}/tries`, { outcome: 'reached' });
  }
}

type PackFigures = {
  calls: number;
  callers: number;
  fates: Record<'answered' | 'abandoned' | 'ringing' | 'written', number>;
  repeatCallers: number;
  promises: Record<'open' | 'kept' | 'broken' | 'overdue', number>;
  escalations: Record<'acknowledged' | 'resolved', number>;
};

/** Every call stands in the pack once, and its figures are those of the calls as they were lived. */
async function expectTruePack(
  author: Page,
  links: ReturnType<Page['getByRole']>,
  { ids, briefingId }: { ids: readonly string[]; briefingId: string },
): Promise<void> {
  const listed = await all<CallRow>(`/calls?briefingId=${briefingId}`);
  expect(listed.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());

  const { figures } = await askApi<{ figures: PackFigures }>('GET', `/briefings/${briefingId}/report`);
  const count = (ofThem: (call: DayCall) => boolean) => dayCalls.filter(ofThem).length;
  const callers = new Set(dayCalls.map(({ from }) => from));
  const twice = [...callers].filter((from) => count((call) => call.from === from) > 1);
  expect(figures).toMatchObject({
    calls: dayCalls.length,
    callers: callers.size,
    repeatCallers: twice.length,
    fates: {
      answered: count(({ answeredAfterSeconds }) => answeredAfterSeconds !== null),
      abandoned: count(({ answeredAfterSeconds }) => answeredAfterSeconds === null),
      ringing: 0,
      written: 0,
    },
    escalations: { acknowledged: 2, resolved: 1 },
  });
  const recalled = new Set(dayCalls.filter(({ isTold }) => isTold).map(({ from }) => from)).size;
  // Two that were given and kept, and the callbacks that were made; one broken; one for tomorrow and two not yet called.
  expect(figures.promises).toMatchObject({ kept: 2 + recalled - 2, broken: 1, open: 1 + 2 });

  const hrefs = await Promise.all((await links.all()).map((link) => link.getAttribute('href')));
  const fileOf = async (format: string): Promise<APIResponse> =>
    author.request.get(hrefs.find((href) => href?.includes(`.${format}`)) ?? '');
  const csv = await fileOf('csv');
  expect(csv.status()).toBe(200);
  const rows = parse<Record<string, string>>(await csv.body(), { columns: true, bom: true });
  expect(rows.map(({ Id }) => Id).toSorted()).toEqual(ids.toSorted());
  expect(rows.filter(({ Went }) => Went === 'gave up')).toHaveLength(figures.fates.abandoned);
  expect(rows.filter((row) => row['Was told']?.includes('by e-mail'))).toHaveLength(
    count(({ isTold }) => isTold),
  );
  const pdf = await fileOf('pdf');
  expect(pdf.status()).toBe(200);
  const text = pdfPages(await pdf.body()).join('\n');
  for (const { name } of dayCalls.filter(({ answeredAfterSeconds }) => answeredAfterSeconds !== null)) {
    expect(text).toContain(name);
  }
}
