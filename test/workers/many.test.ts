import { expect } from 'vitest';
import { SECOND } from '@/kernel/duration';
import { test } from '../support/stage';

const MANY = 200;

test('two workers share the work and never send anything twice', async ({ stage }) => {
  const { sink, world } = stage;
  const escalateHalf = (half: string) =>
    Promise.all(Array.from({ length: MANY / 2 }, (_, n) => stage.escalate(`${half} half, ${n}`)));
  await escalateHalf('First');
  await Promise.all([stage.startWorker(), stage.startWorker()]);
  await escalateHalf('Second');

  const mails = await sink.expectMails(MANY, 30 * SECOND);
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(MANY);
  await stage.settled();
  const rows = await world.ownerSql`
    select state, attempts, is_possibly_duplicated, count(*)::int from deliveries group by 1, 2, 3`;
  expect(rows).toEqual([{ state: 'sent', attempts: 1, is_possibly_duplicated: false, count: MANY }]);
});
