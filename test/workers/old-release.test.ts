// An upgrade without a pause: for a while workers of the release before and of this one share one database.
import { expect } from 'vitest';
import { database } from '@/db/client';
import { SECOND } from '@/kernel/duration';
import { queueNames } from '../../workers/queues';
import { enterEscalations, type Many } from '../../scripts/bench/enter-escalations';
import { OldWorker } from '../support/old-worker';
import { refuse } from '../support/smtp-sink';
import { test as stageTest, type Stage } from '../support/stage';
import { waitFor } from '../support/wait-for';

const test = stageTest.extend<{ startOld: () => Promise<OldWorker> }>({
  startOld: async ({ stage }, use) => {
    const started: OldWorker[] = [];
    await use(async () => {
      const old = await OldWorker.start(stage);
      started.push(old);
      return old;
    });
    for (const old of started) await old.stop();
  },
});

const BEFORE = 60;
const TOGETHER = 150;

test('each message goes once, whichever of the two takes it', async ({ stage, startOld }) => {
  const { sink, world } = stage;
  await enter(stage, { count: BEFORE, mark: 'before' });
  const old = await startOld();
  await stage.startWorker();
  await enter(stage, { count: TOGETHER, mark: 'together' });
  const mails = await sink.expectMails(BEFORE + TOGETHER, 30 * SECOND);
  await stage.settled();
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(BEFORE + TOGETHER);
  expect(new Set(mails.map(({ to }) => to)).size).toBe(BEFORE + TOGETHER);
  // What was due before the new one came was the old one's.
  expect(old.taken.length).toBeGreaterThanOrEqual(BEFORE);
  const rows = await world.ownerSql`
    select state, attempts, is_possibly_duplicated, count(*)::int from deliveries group by 1, 2, 3`;
  expect(rows).toEqual([
    { state: 'sent', attempts: 1, is_possibly_duplicated: false, count: BEFORE + TOGETHER },
  ]);
});

test('channels, targets and rows that the old one does not know are left to the new one', async ({
  stage,
  startOld,
}) => {
  const { sink, carrier, world } = stage;
  await stage.setPolicy({
    steps: [
      { targets: [{ type: 'contact', id: world.contact.id }], delaySeconds: 300 },
      { targets: [{ type: 'everyone' }], delaySeconds: 300 },
    ],
    cycles: 1,
    acknowledgementTimeoutSeconds: null,
  });
  const escalation = await stage.escalate('For everyone');
  const phones = ['+4915155550001', '+4915155550002'];
  await enter(stage, { count: 2, mark: 'text', channel: 'sms', address: `'+491515555000' || n` });
  await enter(stage, { count: 1, mark: 'broken' });
  await world.ownerSql`update deliveries set set_aside_at = app_now() where address like 'broken%'`;
  const old = await startOld();
  await world.moveClock(301 * SECOND);
  expect(await old.sweep()).toEqual([]);
  expect(old.taken).toEqual([]);
  for (const table of ['deliveries', 'escalations']) {
    expect(
      await world.ownerSql`select from ${world.ownerSql(table)} where claimed_until is not null`,
    ).toHaveLength(0);
  }

  // The new one's turns wait in queues to which the old one does not listen.
  expect(Object.values(queueNames)).not.toContain('deliver');
  expect(Object.values(queueNames)).not.toContain('advance');
  // Had the old one tried it, an account manager would have been told in the place of everyone.
  sink.answer(stage.contact, refuse(550, 'no such person'));
  await stage.startWorker();
  for (const phone of phones) await carrier.expectText(phone);
  for (const address of [stage.contact, stage.deputy]) await sink.expectMailTo(address);
  const told = await stage.until('everyone', escalation, ({ deliveries }) =>
    deliveries.every(({ state }) => state === 'sent' || state === 'failed_permanent'),
  );
  expect(told.step).toBe(2);
  expect(new Set(told.deliveries.map(({ to }) => to))).toEqual(new Set([stage.contact, stage.deputy]));
  expect(old.taken).toEqual([]);
});

test('what waited in a queue of the old one when it was stopped goes when that turn’s time is over', async ({
  stage,
}) => {
  await stage.escalate();
  // Claimed as it did, by the role it ran as; the queue into which it put the turn is worked by nobody.
  await database().sql`select from gate.claim_due_deliveries(200, make_interval(secs => 20))`;
  await stage.startWorker();
  await stage.world.moveClock(21 * SECOND);
  await stage.sink.expectMailTo(stage.contact);
  await stage.settled();
  expect(await attemptsOf(stage)).toEqual(['sent']);
});

test('what the old one does not bring to an end goes again after its lease, and its late answer changes nothing', async ({
  stage,
  startOld,
}) => {
  const { sink, world } = stage;
  const held = sink.hold(stage.contact);
  await startOld();
  const escalation = await stage.escalate();
  const first = await held.mail;
  await world.moveClock(61 * SECOND);
  await stage.startWorker();
  const second = await sink.expectMailTo(stage.contact);
  expect(second.messageId).toBe(first.messageId);
  held.release();
  await sink.expectMailTo(stage.contact);
  await waitFor('both answers', async () => (await attemptsOf(stage)).every((state) => state === 'sent'));
  const { deliveries } = await stage.read(escalation);
  expect(deliveries).toMatchObject([{ state: 'sent', attempts: 2, isPossiblyDuplicated: true }]);
});

test('a retry that the old one left is the new one’s, and is counted on', async ({ stage, startOld }) => {
  const { sink } = stage;
  sink.answer(stage.contact, refuse(451, 'greylisted'));
  const old = await startOld();
  const escalation = await stage.escalate();
  await stage.waitForState('failed_temporary', 1);
  await old.stop();
  await stage.startWorker();
  await stage.pass(21 * SECOND);
  await sink.expectMailTo(stage.contact);
  await stage.settled();
  expect(await attemptsOf(stage)).toEqual(['failed_temporary', 'sent']);
  expect((await stage.read(escalation)).deliveries).toMatchObject([
    { attempts: 2, isPossiblyDuplicated: false },
  ]);
});

test('a step that the old one began is begun once; what fails of it in the hands of the new one leads on at once', async ({
  stage,
  startOld,
}) => {
  const { sink, world } = stage;
  const escalation = await stage.escalate();
  const old = await startOld();
  await sink.expectMailTo(stage.contact);
  await stage.settled();
  const refused = [1, 2, 3].map(() => refuse(550, 'no such person'));
  sink.answer(stage.deputy, ...refused);
  // Both sweep when the step is due; the old one's message is not held back from the new one.
  await stage.startWorker();
  await world.moveClock(301 * SECOND);
  await sink.expectMailTo(stage.accountManager);
  await stage.settled();
  const { timeline, deliveries } = await stage.read(escalation);
  expect(timeline.filter(({ type }) => type === 'step_begun')).toHaveLength(3);
  expect(deliveries.map(({ to, step, state }) => [to, step, state])).toEqual([
    [stage.accountManager, 3, 'sent'],
    [stage.deputy, 2, 'failed_permanent'],
    [stage.contact, 1, 'sent'],
  ]);
  expect(old.taken.length).toBeGreaterThanOrEqual(1);
});

test('a message that the old one wrote is carried by the new one as its own', async ({ stage, startOld }) => {
  const { sink, world } = stage;
  const escalation = await stage.escalate();
  const old = await startOld();
  await sink.expectMailTo(stage.contact);
  await stage.settled();
  sink.answer(stage.deputy, refuse(550, 'no such person'));
  await world.ownerSql`
    create function hold_back() returns trigger language plpgsql as $$
    begin new.claimed_until := app_now() + interval '10 seconds'; return new; end $$`;
  await world.ownerSql`
    create trigger hold_back before insert on deliveries for each row when (new.step = 2) execute function hold_back()`;
  await world.moveClock(301 * SECOND);
  await stage.until('step two', escalation, ({ step }) => step === 2);
  await old.stop();
  await stage.startWorker();
  await world.moveClock(11 * SECOND);
  await sink.expectMailTo(stage.accountManager);
  await stage.settled();
  expect(old.taken).toHaveLength(1);
  expect((await stage.read(escalation)).deliveries.map(({ to, state }) => [to, state])).toEqual([
    [stage.accountManager, 'sent'],
    [stage.deputy, 'failed_permanent'],
    [stage.contact, 'sent'],
  ]);
});

async function enter({ world }: Stage, many: Many): Promise<void> {
  const place = { organizationId: world.organizationId, clientId: world.client.id };
  await enterEscalations(world.ownerSql, place, many);
  await world.ownerSql`select pg_notify('engine', '')`;
}

/** How the attempts of the only delivery ended, in their order. */
async function attemptsOf({ world }: Stage): Promise<string[]> {
  const rows = await world.ownerSql<{ state: string }[]>`select state from attempts order by number`;
  return rows.map(({ state }) => state);
}
