// A worker on a machine whose wall clock is wrong by ten minutes: what counts is the clock of the database.
import { expect } from 'vitest';
import { MINUTE, SECOND } from '@/kernel/duration';
import { enterEscalations } from '../../scripts/bench/enter-escalations';
import { clockOffBy, startChildWorker } from '../support/child-worker';
import { isOnRedis } from '../support/queue-backend';
import { refuse } from '../support/smtp-sink';
import { test, type Stage } from '../support/stage';
import { waitFor } from '../support/wait-for';

const clocks = [
  ['ten minutes ahead', 10 * MINUTE],
  ['ten minutes behind', -10 * MINUTE],
] as const;

const MANY = 60;

test.for(clocks)(
  'a worker whose clock is %s sends, tries again and begins steps when they are due',
  async ([, offBy], { stage }) => {
    const { sink, world } = stage;
    sink.answer(stage.contact, refuse(451, 'greylisted, try again'));
    const worker = await startChildWorker(stage.settings, clockOffBy(offBy));
    const escalation = await stage.escalate();
    await stage.until('a refusal', escalation, ({ deliveries: [one] }) => one?.state === 'failed_temporary');
    expect(await minutesOff(stage)).toBe(offBy / MINUTE);

    await stage.pass(10 * SECOND);
    await enter(stage, 1, 'beside');
    await sink.expectMailTo('beside-1@many.example');
    await stage.pass(11 * SECOND);
    const mail = await sink.expectMailTo(stage.contact);
    await stage.pass(2 * MINUTE);
    await sweptSince(stage);
    await stage.pass(3 * MINUTE);
    await sink.expectMailTo(stage.deputy);
    await stage.settled();

    const { deliveries, timeline } = await stage.read(escalation);
    expect(timeline.map(({ type }) => type)).toEqual([
      'started',
      'step_begun',
      'failed',
      'sent',
      'step_begun',
      'sent',
    ]);
    expect(deliveries.map(({ to, step, attempts }) => [to, step, attempts])).toEqual([
      [stage.deputy, 2, 1],
      [stage.contact, 1, 2],
    ]);
    const [times] = await world.ownerSql<{ retried: number; moved: number }[]>`
      select
        (select extract(epoch from second.started_at - first.finished_at)::float from attempts first
         join attempts second using (delivery_id) where (first.number, second.number) = (1, 2)) as retried,
        (select extract(epoch from max(at) - min(at))::float from escalation_events
         where escalation_id = ${escalation.id} and type = 'step_begun') as moved`;
    expect(times?.retried).toBeGreaterThanOrEqual(20);
    expect(times?.moved).toBeGreaterThanOrEqual(300);
    // Whoever reads the mail sorts by its date.
    const dated = Date.parse(mail.headers.date ?? '') - (await sentAt(stage, escalation, 1));
    expect(Math.abs(dated)).toBeLessThan(MINUTE);
    expect((await worker.stop()).code).toBe(0);
  },
);

test.for(clocks)(
  'a worker whose clock is %s beside one whose clock is right: nothing is sent twice',
  async ([, offBy], { stage }) => {
    const { sink, world } = stage;
    const held = sink.hold(stage.contact);
    // The queue in PostgreSQL takes a worker's word for what time it is: a lock looks expired to whoever is ahead of it.
    const startWrong = () => startChildWorker(stage.settings, clockOffBy(offBy));
    const [first, then] =
      offBy > 0 ? [() => stage.startWorker(), startWrong] : [startWrong, () => stage.startWorker()];
    const workers = [await first()];
    const escalation = await stage.escalate();
    await held.mail;
    workers.push(await then());
    if (!isOnRedis) await takenAway(stage);
    await enter(stage, MANY, 'beside');
    const mails = await sink.expectMails(MANY, 20 * SECOND);
    expect(new Set(mails.map(({ to }) => to)).size).toBe(MANY);
    held.release();
    await sink.expectMailTo(stage.contact);
    await stage.settled();

    const rows = await world.ownerSql`
      select state, attempts, is_possibly_duplicated as "isPossiblyDuplicated", count(*)::int from deliveries group by 1, 2, 3`;
    expect(rows).toEqual([{ state: 'sent', attempts: 1, isPossiblyDuplicated: false, count: MANY + 1 }]);
    expect((await stage.read(escalation)).timeline.map(({ type }) => type)).toEqual([
      'started',
      'step_begun',
      'sent',
    ]);
    await Promise.all(workers.map((worker) => worker.stop()));
  },
);

test.for(clocks)(
  'a worker whose clock was %s dies with a message in hand: its lease is the database’s',
  async ([, offBy], { stage }) => {
    const { sink, world } = stage;
    const held = sink.hold(stage.contact);
    const worker = await startChildWorker(stage.settings, clockOffBy(offBy));
    await stage.escalate();
    const first = await held.mail;
    await worker.kill();
    const [lease] = await world.ownerSql`
      select extract(epoch from d.sending_until - a.started_at)::int as seconds
      from deliveries d join attempts a on a.delivery_id = d.id`;
    expect(lease).toEqual({ seconds: 60 });

    await stage.startWorker();
    await world.moveClock(61 * SECOND);
    const second = await sink.expectMailTo(stage.contact, 30 * SECOND);
    expect(second.messageId).toBe(first.messageId);
    await stage.settled();
    expect(await world.ownerSql`select state, attempts, is_possibly_duplicated from deliveries`).toEqual([
      { state: 'sent', attempts: 2, is_possibly_duplicated: true },
    ]);
  },
);

test.for(clocks)(
  'a worker whose clock was %s dies before it took the message: it goes after a minute at the latest, once',
  async ([, offBy], { stage }) => {
    const { sink, world } = stage;
    const worker = await startChildWorker(stage.settings, clockOffBy(offBy));
    const attempts = await stage.lockTable('attempts');
    await stage.escalate();
    await stage.someoneWaits('attempts');
    await worker.kill();
    await attempts.release();

    // Of the queue's own recovery nothing is expected: the turn may be locked until ten minutes from now.
    await world.moveClock(61 * SECOND);
    await stage.startWorker();
    await sink.expectMailTo(stage.contact, 30 * SECOND);
    await stage.settled();
    expect(await world.ownerSql`select state, attempts, is_possibly_duplicated from deliveries`).toEqual([
      { state: 'sent', attempts: 1, is_possibly_duplicated: false },
    ]);
  },
);

async function enter({ world }: Stage, count: number, mark: string): Promise<void> {
  const place = { organizationId: world.organizationId, clientId: world.client.id };
  await enterEscalations(world.ownerSql, place, { count, mark });
  await world.ownerSql`select pg_notify('engine', '')`;
}

/** How far the clock by which the worker made its id is from the database's, while the latter is where it was. */
async function minutesOff({ world }: Stage): Promise<number> {
  const [row] = await world.ownerSql<{ minutes: number }[]>`
    select round(extract(epoch from uuid_extract_timestamp(id) - started_at) / 60)::int as minutes from attempts`;
  return row?.minutes ?? 0;
}

/** When the message of a step was sent, in milliseconds. */
async function sentAt(stage: Stage, escalation: { id: string }, step: number): Promise<number> {
  const { deliveries } = await stage.read(escalation);
  return deliveries.find((one) => one.step === step)?.sentAt?.getTime() ?? 0;
}

/** Until the engine has looked at what is due from end to end. */
async function sweptSince({ world }: Stage): Promise<void> {
  for (let beats = 0; beats < 2; beats += 1) {
    const from = await world.readClock();
    await waitFor('a sweep', async () => {
      const rows = await world.ownerSql`select from heartbeats where at >= ${from}`;
      return rows.length > 0;
    });
  }
}

/** Until a worker took a turn for lost that another one still had in hand. */
async function takenAway({ world }: Stage): Promise<void> {
  await waitFor(
    'the turn to be taken away',
    async () => {
      const rows = await world.ownerSql`select from bullmq.event where event = 'stalled'`;
      return rows.length > 0;
    },
    15 * SECOND,
  );
}
