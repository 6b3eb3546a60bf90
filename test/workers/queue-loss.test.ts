import { expect, onTestFinished, test as plainTest } from 'vitest';
import { SECOND } from '@/kernel/duration';
import { setLogLevel } from '@/kernel/log';
import { enterEscalations } from '../../scripts/bench/enter-escalations';
import { startLanes } from '../support/lanes';
import { isOnRedis } from '../support/queue-backend';
import { test, Stage } from '../support/stage';
import { makeTcpGate } from '../support/tcp-gate';
import { waitFor } from '../support/wait-for';

const WAITING = 20;

test('a queue that is emptied loses nothing: rows are the truth', async ({ stage }) => {
  const { sink, world } = stage;
  const held = sink.hold(stage.contact);
  await stage.startWorker({ concurrency: 1 });
  await stage.escalate('In hand');
  await held.mail;
  // To an address each: what waits for one person would travel together.
  const place = { organizationId: world.organizationId, clientId: world.client.id };
  await enterEscalations(world.ownerSql, place, { count: WAITING, mark: 'waiting' });
  await world.ownerSql`select pg_notify('engine', '')`;
  await stage.allQueued();
  await stage.queue.empty();
  held.release();
  await world.moveClock(21 * SECOND);

  const mails = await sink.expectMails(WAITING + 1, 20 * SECOND);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(WAITING + 1);
  await stage.settled();
  const rows = await world.ownerSql`select state, attempts, count(*)::int from deliveries group by 1, 2`;
  expect(rows).toEqual([{ state: 'sent', attempts: 1, count: WAITING + 1 }]);
});

// The queue in PostgreSQL cannot be away while the database is there.
if (isOnRedis) {
  test('a worker starts without Redis, and delivers within seconds of its coming', async ({ stage }) => {
    const gate = await makeTcpGate(Number(new URL(stage.queue.redisUrl ?? '').port));
    await gate.shut();
    await stage.startWorker({ redisUrl: `redis://127.0.0.1:${gate.port}` });
    await stage.escalate();
    await stage.allQueued();
    stage.sink.expectNoMore();
    await gate.open();
    await stage.sink.expectMailTo(stage.contact, 10 * SECOND);
    await stage.settled();
    await stage.closeWorkers();
    await gate.shut();
  });

  test('Redis goes away and comes back under a running worker', async ({ stage }) => {
    const gate = await makeTcpGate(Number(new URL(stage.queue.redisUrl ?? '').port));
    await stage.startWorker({ redisUrl: `redis://127.0.0.1:${gate.port}` });
    await stage.escalate('Before');
    await stage.sink.expectMailTo(stage.contact);
    await stage.settled();
    await gate.shut();
    await stage.escalate('Meanwhile');
    await stage.allQueued();
    await gate.open();
    await stage.sink.expectMailTo(stage.contact, 10 * SECOND);
    await stage.settled();
    await stage.closeWorkers();
    await gate.shut();
  });

  test('Redis is full: the product goes on, the engine says so, and sends each message once when there is room', async ({
    stage,
  }) => {
    const { sink, world } = stage;
    const lanes = await startLanes(world);
    onTestFinished(() => lanes.stop());
    const held = sink.hold(stage.contact);
    await stage.startWorker();
    const lines: string[] = [];
    setLogLevel('warn', { write: (line) => void lines.push(line) });
    await stage.escalate('In hand');
    await held.mail;

    await stage.queue.fill();
    const asked = await lanes.ask('POST', '/api/v1/escalations', {
      key: world.keys.operator,
      body: { clientId: world.client.id, urgency: 'urgent', summary: 'Over REST' },
    });
    expect(asked.status).toBe(201);
    expect((await lanes.ask('GET', '/api/health/live')).status).toBe(200);
    await stage.escalate('Meanwhile');
    held.release();
    await sink.expectMailTo(stage.contact);
    await stage.waitForState('sent', 1);
    await waitFor('words about it', () => lines.some((line) => line.includes('a sweep failed')));
    expect(lines.join('')).toContain("OOM command not allowed when used memory > 'maxmemory'");
    sink.expectNoMore();

    await stage.queue.makeRoom();
    const mails = [await sink.expectMailTo(stage.contact), await sink.expectMailTo(stage.contact)];
    for (const summary of ['Over REST', 'Meanwhile'])
      expect(mails.filter(({ text }) => text.includes(summary))).toHaveLength(1);
    await stage.settled();
    // Whatever the queue still believes, no turn is worked twice.
    await stage.pass(61 * SECOND);
    await stage.escalate('Afterwards');
    await sink.expectMailTo(stage.contact);
    await stage.settled();
    const rows = await world.ownerSql`
      select state, attempts, is_possibly_duplicated, count(*)::int from deliveries group by 1, 2, 3`;
    expect(rows).toEqual([{ state: 'sent', attempts: 1, is_possibly_duplicated: false, count: 4 }]);
  });
}

plainTest('a queue that cannot be used stops the start with its reason', async () => {
  const stage = await Stage.open();
  const nowhere = { databaseUrl: stage.settings.databaseUrl.replace(/\/[^/]*$/, '/no_such_test') };
  await expect(stage.startWorker(nowhere)).rejects.toThrow('no_such_test');
  await stage.close();
});
