// Screens make the ids of promises and escalations, by clocks that may be wrong: a log is in the order in which things
// happened.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTx } from '../../src/db/transaction';
import { getCall } from '../../src/domain/calls/queries';
import { startEscalationInput } from '../../src/domain/escalations/model';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { createPromise } from '../../src/domain/followups/create-promise';
import { loadLogInput } from '../../src/domain/messages/log-queries';
import { createPromiseInput } from '../../src/domain/promises/model';
import { loadOpenPromisesOf } from '../../src/domain/promises/promise-queries';
import { after, HOUR, MINUTE } from '../../src/kernel/duration';
import { takeCall } from '../support/recall-day';
import { makeWorld, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

/** The second is the id of a clock that was set back. */
const ids = ['0190a3c4-5b6d-7e8f-9012-abcdefabcdef', '0180a3c4-5b6d-7e8f-9012-abcdefabcdef'];

it('what was promised and escalated in a call stands in its log as it came', async () => {
  const { operator } = world.actors;
  const { id: callId, ringAt } = await takeCall(world, '+4915112345678');
  for (const [n, id] of ids.entries()) {
    const what = ['first', 'second'][n];
    const dueAt = after(ringAt, (5 - n) * HOUR).toISOString();
    const promise = { callId, promiseId: id, kind: 'document', what, dueAt };
    await createPromise(operator, createPromiseInput.parse(promise));
    const escalation = { callId, escalationId: id, summary: what };
    await startEscalation(operator, startEscalationInput.parse(escalation));
    await world.moveClock(MINUTE);
  }
  const { call } = await getCall(operator, callId);
  const log = await readTx(operator, (tx) => loadLogInput(tx, call));
  expect(log.promises.map(({ what }) => what)).toEqual(['first', 'second']);
  const [first, second] = log.escalations.map(({ startedAt }) => startedAt.getTime());
  expect(log.escalations).toHaveLength(2);
  expect(first).toBeLessThan(second ?? 0);
  const open = await readTx(operator, (tx) => loadOpenPromisesOf(tx, callId));
  expect(open.map(({ id }) => id)).toEqual(ids);
});
