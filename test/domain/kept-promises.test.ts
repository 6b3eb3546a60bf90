// How a promise ends: kept with evidence, by calling back, or not at all.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPromise } from '../../src/domain/followups/create-promise';
import { keepPromise } from '../../src/domain/followups/keep-promise';
import { listCallbacks } from '../../src/domain/promises/callback-queries';
import { claimCallback } from '../../src/domain/promises/claim-callback';
import {
  createPromiseInput,
  listCallbacksInput,
  listPromisesInput,
  recordTryInput,
} from '../../src/domain/promises/model';
import { listPromises } from '../../src/domain/promises/promise-queries';
import { recordTry } from '../../src/domain/promises/record-try';
import type { Actor } from '../../src/kernel/actor';
import { after, HOUR } from '../../src/kernel/duration';
import { takeCall } from '../support/recall-day';
import { makeWorld, type World } from '../support/world';

let world: World;
let operator: Actor;

beforeAll(async () => {
  world = await makeWorld();
  operator = world.actors.operator;
});

afterAll(() => world.stop());

const give = ({ id: callId, ringAt }: { id: string; ringAt: Date }, changes: Record<string, unknown> = {}) =>
  createPromise(
    operator,
    createPromiseInput.parse({
      callId,
      kind: 'callback',
      what: 'the wrong payslip',
      dueAt: after(ringAt, 5 * HOUR).toISOString(),
      ...changes,
    }),
  );

const open = async (filter: Record<string, unknown>) =>
  (await listPromises(operator, listPromisesInput.parse(filter))).items;

const eventsOf = async (type: string, id: string) =>
  world.ownerSql`select payload from live_events where type = ${type} and payload::text like ${`%${id}%`} order by seq`;

describe('a promise is kept', () => {
  it('with evidence, once; whoever comes later hears who did it and when', async () => {
    const call = await takeCall(world, '+4915112345621');
    const { id } = await give(call, { kind: 'document' });
    const evidence = 'Sent by e-mail at 14:10.';
    const kept = await keepPromise(operator, { promiseId: id, evidence });
    expect(kept).toMatchObject({ state: 'kept', evidence, endedByName: 'The operator' });
    expect(await keepPromise(operator, { promiseId: id, evidence })).toEqual(kept);
    await expect(
      keepPromise(world.actors.account_manager, { promiseId: id, evidence: 'I did' }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(
        /^The operator has kept this promise already on \w{3} \d+ \w{3}, \d\d:\d\d \(Europe\/Berlin\): Sent by e-mail at 14:10\.$/,
      ) as string,
    });
    const audited = await world.ownerSql`
      select action from audit_entries where subject_id = ${id} order by id`;
    expect(audited.map((entry) => entry.action as string)).toEqual(['promise.given', 'promise.kept']);
    expect(await open({ callId: call.id, state: 'open' })).toEqual([]);
  });

  it('by calling back and reaching the caller, which says so', async () => {
    const call = await takeCall(world, '+4915112345622');
    const { id } = await give(call);
    await claimCallback(operator, { callbackId: id });
    const tried = (outcome: string, note = '') =>
      recordTry(operator, recordTryInput.parse({ callbackId: id, outcome, note }));
    expect(await tried('voicemail')).toMatchObject({ state: 'open', tries: 1 });
    expect(await open({ callId: call.id })).toMatchObject([{ state: 'open', evidence: '' }]);
    expect(await tried('reached', 'Is content.')).toMatchObject({ state: 'kept' });
    const evidence = 'Called back and reached: Is content.';
    expect(await open({ callId: call.id })).toMatchObject([{ state: 'kept', evidence }]);
    const [try_] = await world.ownerSql`
      select said from promise_tries where promise_id = ${id} and outcome = 'reached'`;
    expect(try_).toMatchObject({ said: 'the wrong payslip' });
    expect(await eventsOf('promise.changed', id)).toHaveLength(2);
    await expect(keepPromise(operator, { promiseId: id, evidence: 'x' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('without calling, by word: then it is no callback any more', async () => {
    const call = await takeCall(world, '+4915112345623');
    const { id } = await give(call);
    await keepPromise(operator, { promiseId: id, evidence: 'The caller rang again and was told.' });
    const { items } = await listCallbacks(operator, listCallbacksInput.parse({ causeId: id }));
    expect(items).toMatchObject([{ id, state: 'kept' }]);
    await expect(claimCallback(operator, { callbackId: id })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('or broken, where the number was wrong', async () => {
    const call = await takeCall(world, '+4915112345624');
    const { id } = await give(call);
    await recordTry(operator, recordTryInput.parse({ callbackId: id, outcome: 'wrong_number' }));
    expect(await open({ callId: call.id })).toMatchObject([
      { state: 'broken', evidence: 'Called back: a wrong number.' },
    ]);
    await expect(keepPromise(operator, { promiseId: id, evidence: 'x' })).rejects.toMatchObject({
      message: expect.stringContaining('The operator has ended this promise on ') as string,
    });
  });
});
