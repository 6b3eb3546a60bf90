import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { getEngineState } from '@/domain/escalations/engine-queries';
import { restoreSetAside } from '@/domain/escalations/restore-set-aside';
import { HOUR, SECOND } from '@/kernel/duration';
import { chooseBackend } from '../../workers/connection';
import { openQueues } from '../../workers/queues';
import { recheck, startRecheck } from '../../workers/recheck';
import { test, type Stage } from '../support/stage';
import { waitFor } from '../support/wait-for';

/** The waits after the first four faults, and a little. */
const PAST_THE_PAUSES = 41 * SECOND;

async function withQueues<T>(
  stage: Stage,
  work: (queues: Awaited<ReturnType<typeof openQueues>>) => Promise<T>,
) {
  const backend = chooseBackend(stage.settings);
  const queues = await openQueues(backend);
  try {
    return await work(queues);
  } finally {
    await Promise.all(Object.values(queues).map((queue) => queue.close()));
    await backend.close();
  }
}

test('a message that the sweep may not touch for an hour is found by the re-check, and told of', async ({
  stage,
}) => {
  const { sink, world } = stage;
  const escalation = await stage.escalate();
  await world.ownerSql`update deliveries set claimed_until = app_now() + interval '1 hour'`;
  await world.moveClock(61 * SECOND);
  const audit = await withQueues(stage, recheck);
  expect(audit).toMatchObject({ overdue: 1, setAside: 0 });
  expect(audit.oldestSeconds).toBeGreaterThanOrEqual(61);
  await stage.startWorker();
  await sink.expectMailTo(stage.contact);
  await stage.until('sent', escalation, ({ deliveries }) => deliveries[0]?.state === 'sent');
  const rows = await world.ownerSql`select overdue, requeued from engine_audits where overdue > 0`;
  expect(rows).toContainEqual({ overdue: 1, requeued: 1 });
});

test('the monitor outside hears that all is well, and nothing while something is overdue or set aside', async ({
  stage,
}) => {
  let beats = 0;
  const monitor = createServer((_request, response) => {
    beats += 1;
    response.end('ok');
  });
  await new Promise<void>((resolve) => monitor.listen(0, '127.0.0.1', () => resolve()));
  const url = `http://127.0.0.1:${(monitor.address() as AddressInfo).port}/beat`;
  try {
    await withQueues(stage, async (queues) => {
      await startRecheck(queues, url)();
      expect(beats).toBe(1);

      const escalation = await stage.escalate();
      await stage.world.moveClock(61 * SECOND);
      await startRecheck(queues, url)();
      expect(beats).toBe(1);

      await stage.startWorker();
      await stage.sink.expectMailTo(stage.contact);
      await stage.until('sent', escalation, ({ deliveries }) => deliveries[0]?.state === 'sent');
      await stage.settled();
      await startRecheck(queues, url)();
      expect(beats).toBe(2);

      await stage.world.ownerSql`update deliveries set set_aside_at = app_now(), state = 'pending'`;
      await startRecheck(queues, url)();
      expect(beats).toBe(2);
    });
  } finally {
    await new Promise((resolve) => monitor.close(resolve));
  }
});

test('an escalation that breaks the engine five times is set aside, in sight, and others go on', async ({
  stage,
}) => {
  const { sink, world } = stage;
  await stage.startWorker();
  const poisoned = await stage.escalate('This one breaks.');
  await sink.expectMailTo(stage.contact);
  await stage.settled();
  const [{ policy } = { policy: null }] = await world.ownerSql<{ policy: unknown }[]>`
    select policy from escalations where id = ${poisoned.id}`;
  await world.ownerSql`update escalations set policy = '{"steps": 7}' where id = ${poisoned.id}`;
  await world.moveClock(301 * SECOND);
  for (let faults = 1; faults < 5; faults += 1) {
    await waitForFaults(stage, poisoned.id, faults);
    await world.moveClock(PAST_THE_PAUSES);
  }
  await waitForFaults(stage, poisoned.id, 5);
  const notice = await sink.expectMailTo(stage.accountManager);
  expect(notice.subject).toContain('An escalation cannot go on by itself: it was set aside');

  const sound = await stage.escalate('This one does not.');
  expect((await sink.expectMailTo(stage.contact)).text).toContain('This one does not.');
  await stage.until('sent', sound, ({ deliveries }) => deliveries[0]?.state === 'sent');

  const { account_manager: manager } = world.actors;
  const [row] = (await getEngineState(manager)).setAside;
  expect(row).toMatchObject({ kind: 'escalation', id: poisoned.id, words: 'This one breaks.' });

  // Somebody mended what was wrong with it.
  await world.ownerSql`update escalations set policy = ${world.ownerSql.json(policy as never)} where id = ${poisoned.id}`;
  await restoreSetAside(manager, { kind: 'escalation', id: poisoned.id });
  expect((await sink.expectMailTo(stage.deputy)).text).toContain('This one breaks.');
  expect((await getEngineState(manager)).setAside).toEqual([]);
  await stage.settled();
});

test('a service sees nothing of what was set aside at another one', async ({ stage }) => {
  const other = await stage.world.addTenant('Lakeside Answering');
  await stage.escalate();
  await stage.world.ownerSql`
    update deliveries set set_aside_at = app_now(), set_aside_because = 'a fault', next_attempt_at = app_now() + ${`${HOUR / SECOND} seconds`}::interval`;
  expect((await getEngineState(stage.world.actors.admin)).setAside).toHaveLength(1);
  expect((await getEngineState(other.actors.admin)).setAside).toEqual([]);
});

async function waitForFaults(stage: Stage, id: string, faults: number): Promise<void> {
  await waitFor(`${faults} faults`, async () => {
    const [row] = await stage.world.ownerSql<
      { faults: number }[]
    >`select faults from escalations where id = ${id}`;
    return row?.faults === faults;
  });
}
