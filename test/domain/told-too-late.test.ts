// Told after it was withdrawn, or at the very moment: by desks that were offline, or a second too late.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listTold } from '../../src/domain/calls/told-queries';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { recordTry } from '../../src/domain/promises/record-try';
import { listRecallCallers } from '../../src/domain/recalls/caller-queries';
import { getRecall } from '../../src/domain/recalls/queries';
import { tellStatements } from '../../src/domain/recalls/tell-statements';
import { updateCall } from '../../src/domain/recalls/update-call';
import { HOUR } from '../../src/kernel/duration';
import { RIGHT, takeBack, takeCall, tellCaller, WRONG, wrongBriefing } from '../support/recall-day';
import { makeWorld, type World } from '../support/world';

let world: World;

beforeEach(async () => {
  world = await makeWorld();
});

afterEach(() => world.stop());

const callersOf = (recallId: string) => listRecallCallers(world.actors.author, { recallId, limit: 500 });

const toldOf = (briefingId: string) => listTold(world.actors.author, { briefingId, limit: 50 });

const openCallbacks = async () => (await getDeskSnapshot(world.actors.operator)).callbacks;

async function audited(action: string) {
  const rows = await world.ownerSql<{ detail: unknown }[]>`
    select detail from audit_entries where action = ${action} order by id`;
  return rows.map(({ detail }) => detail);
}

describe('a desk that was offline', () => {
  it('tells a withdrawn statement: it is on record as such, and the caller joins the recall', async () => {
    const wrong = await wrongBriefing(world);
    const call = await takeCall(world, '+4915111111111');
    const { recallId } = await takeBack(world.actors.author, wrong, { correction: RIGHT });
    expect(await getRecall(world.actors.author, recallId)).toMatchObject({ callers: 0, isComplete: true });

    const told = { callId: call.id, statementIds: [wrong.statementId, wrong.otherId] };
    await tellStatements(world.actors.operator, told);
    expect((await toldOf(wrong.briefingId)).items.filter((one) => one.isAfterWithdrawal)).toMatchObject([
      { statementId: wrong.statementId, text: WRONG, version: 1 },
    ]);
    expect(await audited('statements.told_after_withdrawal')).toEqual([
      { version: 1, statements: [wrong.statementId] },
    ]);
    expect(await getRecall(world.actors.author, recallId)).toMatchObject({ callers: 1, open: 1 });
    expect((await callersOf(recallId)).items).toMatchObject([
      { phone: '+4915111111111', state: 'open', isAfterWithdrawal: true },
    ]);
    expect(await openCallbacks()).toMatchObject([{ before: WRONG, sayNow: RIGHT }]);
  });

  it('that sends the same record again makes nothing new', async () => {
    const wrong = await wrongBriefing(world);
    const call = await takeCall(world, '+4915111111111');
    const told = { callId: call.id, statementIds: [wrong.statementId] };
    await tellStatements(world.actors.operator, told);
    const { recallId } = await takeBack(world.actors.author, wrong);
    await tellStatements(world.actors.operator, told);
    expect((await toldOf(wrong.briefingId)).items).toMatchObject([{ isAfterWithdrawal: false }]);
    expect(await audited('statements.told_after_withdrawal')).toEqual([]);
    expect(await getRecall(world.actors.author, recallId)).toMatchObject({ callers: 1, open: 1 });
  });

  it('tells somebody who was called back already: they are called once more, by a new deadline', async () => {
    const wrong = await wrongBriefing(world);
    await tellCaller(world, '+4915111111111', wrong.statementId);
    const again = await takeCall(world, '+4915111111111');
    const { recallId } = await takeBack(world.actors.author, wrong, { correction: RIGHT });
    const [callback] = await openCallbacks();
    await recordTry(world.actors.operator, { callbackId: callback?.id ?? '', outcome: 'reached', note: '' });
    expect(await getRecall(world.actors.author, recallId)).toMatchObject({ kept: 1, isComplete: true });

    await world.moveClock(5 * HOUR);
    const told = { callId: again.id, statementIds: [wrong.statementId] };
    await tellStatements(world.actors.operator, told);
    const { now } = await getDeskSnapshot(world.actors.operator);
    const [open] = await openCallbacks();
    expect(open).toMatchObject({ id: callback?.id, callId: again.id, tries: 0, endedAt: null });
    expect((open?.dueAt.getTime() ?? 0) - now.getTime()).toBeGreaterThan(3.9 * HOUR);
    expect(await getRecall(world.actors.author, recallId)).toMatchObject({ kept: 0, isComplete: false });
  });

  it('tells what the correction of today says: that is no withdrawn statement', async () => {
    const wrong = await wrongBriefing(world);
    const { recallId } = await takeBack(world.actors.author, wrong, { correction: RIGHT });
    await tellCaller(world, '+4915111111111', wrong.statementId);
    expect((await toldOf(wrong.briefingId)).items).toMatchObject([
      { text: RIGHT, version: 2, isAfterWithdrawal: false },
    ]);
    expect(await getRecall(world.actors.author, recallId)).toMatchObject({ callers: 0 });
  });
});

describe('while a statement is being withdrawn', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'whoever is told it is in the recall, whichever came first (%i)',
    async (before) => {
      const wrong = await wrongBriefing(world);
      const numbers = Array.from({ length: 9 }, (_, n) => `+49151110000${n}0`);
      const calls = await Promise.all(numbers.map((from) => takeCall(world, from)));
      const tell = ({ id }: { id: string }) =>
        tellStatements(world.actors.operator, { callId: id, statementIds: [wrong.statementId] });
      const first = calls.slice(0, before).map(tell);
      const withdrawal = takeBack(world.actors.author, wrong);
      await Promise.all([...first, ...calls.slice(before).map(tell)]);
      const { items } = await callersOf((await withdrawal).recallId);
      expect(items.map(({ phone, state }) => [phone, state])).toEqual(
        numbers.map((number) => [number, 'open']),
      );
    },
  );

  it.each([0, 1, 2, 3, 4])(
    'whoever gives their number is called back, whichever came first (%i)',
    async (before) => {
      const wrong = await wrongBriefing(world);
      const numbers = Array.from({ length: 5 }, (_, n) => `+49151110000${n}0`);
      const calls = await Promise.all(
        numbers.map(async (callerPhone) => {
          const { id: callId } = await tellCaller(world, 'anonymous', wrong.statementId);
          return { callId, callerPhone };
        }),
      );
      const write = (call: (typeof calls)[number]) => updateCall(world.actors.operator, call);
      const first = calls.slice(0, before).map(write);
      const withdrawal = takeBack(world.actors.author, wrong);
      await Promise.all([...first, ...calls.slice(before).map(write)]);
      const { items } = await callersOf((await withdrawal).recallId);
      expect(items.map(({ phone, state }) => [phone, state])).toEqual(
        numbers.map((number) => [number, 'open']),
      );
    },
  );
});
