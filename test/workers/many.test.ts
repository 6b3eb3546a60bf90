import { expect } from 'vitest';
import { SECOND } from '@/kernel/duration';
import { enterEscalations } from '../../scripts/bench/enter-escalations';
import { test } from '../support/stage';
import { waitFor } from '../support/wait-for';

/** Writing a mail and reading it again is the work of milliseconds; many more would take this test minutes. */
const MANY = 300;
const WORKERS = 10;

test('ten workers share the work and never send anything twice', async ({ stage }) => {
  const { sink, world } = stage;
  const place = { organizationId: world.organizationId, clientId: world.client.id };
  await enterEscalations(world.ownerSql, place, { count: MANY / 2, mark: 'first' });
  await Promise.all(Array.from({ length: WORKERS }, () => stage.startWorker()));
  await enterEscalations(world.ownerSql, place, { count: MANY / 2, mark: 'second' });
  await world.ownerSql`select pg_notify('engine', '')`;

  await waitFor('all mails', () => sink.accepted.length >= MANY, 100 * SECOND);
  await stage.settled();
  const mails = sink.takeAll();
  expect(mails).toHaveLength(MANY);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(MANY);
  expect(new Set(mails.map(({ to }) => to)).size).toBe(MANY);
  const rows = await world.ownerSql`
    select state, attempts, is_possibly_duplicated, count(*)::int from deliveries group by 1, 2, 3`;
  expect(rows).toEqual([{ state: 'sent', attempts: 1, is_possibly_duplicated: false, count: MANY }]);
  const told = await world.ownerSql`
    select type, count(*)::int, count(distinct escalation_id)::int as different from escalation_events group by 1`;
  expect(told).toEqual([{ type: 'sent', count: MANY, different: MANY }]);
}, 120_000);
