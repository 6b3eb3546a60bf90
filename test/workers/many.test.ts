import { expect } from 'vitest';
import { SECOND } from '@/kernel/duration';
import { deliverBy } from '../../workers/deliver';
import { enterEscalations } from '../../scripts/bench/enter-escalations';
import { test } from '../support/stage';
import { waitFor } from '../support/wait-for';

/** Writing a mail and reading it again is the work of milliseconds; ten thousand of them would take this test minutes. */
const MANY = 500;
const WORKERS = 10;

test('ten workers share the work and never send anything twice', async ({ stage }) => {
  const { sink, world } = stage;
  const place = { organizationId: world.organizationId, clientId: world.client.id };
  await enterEscalations(world.ownerSql, place, { count: MANY / 2, mark: 'first' });
  await Promise.all(Array.from({ length: WORKERS }, () => stage.startWorker()));
  await enterEscalations(world.ownerSql, place, { count: MANY / 2, mark: 'second' });
  await world.ownerSql`select pg_notify('engine', '')`;

  await waitFor('all mails', () => sink.accepted.length >= MANY, 50 * SECOND);
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
});

const ROWS = 10_000;

test('ten workers that all try each of 10,000 messages send each once', async ({ stage }) => {
  const { organizationId, client, ownerSql } = stage.world;
  await enterEscalations(ownerSql, { organizationId, clientId: client.id }, { count: ROWS, mark: 'row' });
  const rows = await ownerSql<{ id: string }[]>`select id from deliveries order by id`;
  const sent: string[] = [];
  const send = ({ id }: { id: string }) => {
    sent.push(id);
    return Promise.resolve({ kind: 'sent' as const, providerId: null });
  };
  const workers = Array.from({ length: WORKERS }, () => deliverBy({ send }, stage.settings.limits));
  // Each begins elsewhere, and meets in the middle what the others have in hand.
  await Promise.all(
    workers.map(async (deliver, n) => {
      const from = (n * ROWS) / WORKERS;
      const own = [...rows.slice(from), ...rows.slice(0, from)];
      for (let at = 0; at < own.length; at += 200) {
        await Promise.all(own.slice(at, at + 200).map(({ id }) => deliver({ id, organizationId })));
      }
    }),
  );
  expect(sent).toHaveLength(ROWS);
  expect(new Set(sent).size).toBe(ROWS);
  const states = await ownerSql`select state, attempts, count(*)::int from deliveries group by 1, 2`;
  expect(states).toEqual([{ state: 'sent', attempts: 1, count: ROWS }]);
});
