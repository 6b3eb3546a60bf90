import { expect, onTestFinished, test } from 'vitest';
import { SECOND } from '@/kernel/duration';
import { enterEscalations } from '../../scripts/bench/enter-escalations';
import { startSupervisedWorker } from '../support/child-worker';
import { startOwnCluster } from '../support/own-cluster';
import { Stage } from '../support/stage';
import { waitFor } from '../support/wait-for';

const MESSAGES = 40;

test('PostgreSQL killed in the middle of deliveries: nothing is lost, nothing is doubled unmarked', async () => {
  const cluster = await startOwnCluster();
  const stage = await Stage.open(cluster.database);
  const { sink, world } = stage;
  const held = [1, 2, 3].map((n) => sink.hold(`matter-${n}@many.example`));
  const worker = await startSupervisedWorker({ ...stage.settings, concurrency: 5 });
  onTestFinished(async () => {
    try {
      await worker.stop();
      await stage.close();
    } finally {
      await cluster.stop();
    }
  });
  // To an address each: what waits for one person would travel together.
  const place = { organizationId: world.organizationId, clientId: world.client.id };
  await enterEscalations(world.ownerSql, place, { count: MESSAGES, mark: 'matter' });
  await world.ownerSql`select pg_notify('engine', '')`;
  await Promise.all(held.map(({ mail }) => mail));
  await waitFor('some mails', () => sink.accepted.length >= 5);

  await cluster.kill();
  for (const { release } of held) release();
  await cluster.restart();
  const unsent = () => world.ownerSql`select from deliveries where state <> 'sent'`;
  // What was in hand when the database died may be in its lease, and what failed may wait: time goes by until neither.
  for (let minute = 1; minute <= 4 && (await unsent()).length > 0; minute += 1) {
    await world.moveClock(61 * SECOND);
    await stage.settled(40 * SECOND);
  }

  const rows = await world.ownerSql<{ id: string; state: string; isPossiblyDuplicated: boolean }[]>`
    select id, state, is_possibly_duplicated as "isPossiblyDuplicated" from deliveries`;
  expect(rows).toHaveLength(MESSAGES);
  for (const { id, state, isPossiblyDuplicated } of rows) {
    expect(state).toBe('sent');
    const times = sink.accepted.filter(({ messageId }) => messageId.includes(id)).length;
    expect(times).toBeGreaterThanOrEqual(1);
    if (!isPossiblyDuplicated) expect(times).toBe(1);
  }
  await sink.expectMails(sink.accepted.length);
});
