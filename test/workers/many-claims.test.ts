import { expect } from 'vitest';
import { deliverBy } from '../../workers/deliver';
import { enterEscalations } from '../../scripts/bench/enter-escalations';
import { test } from '../support/stage';

const WORKERS = 10;
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
