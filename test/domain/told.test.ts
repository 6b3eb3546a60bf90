// Which statement of which version each caller was told: nobody who heard a wrong one slips through.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveBriefingInput } from '../../src/domain/briefings/model';
import { publishBriefing } from '../../src/domain/briefings/publish-briefing';
import { getBriefing } from '../../src/domain/briefings/queries';
import { saveBriefing } from '../../src/domain/briefings/save-briefing';
import { listTold } from '../../src/domain/calls/told-queries';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { listRecallCallers } from '../../src/domain/recalls/caller-queries';
import { countToldStatement, getRecall } from '../../src/domain/recalls/queries';
import { tellStatements } from '../../src/domain/recalls/tell-statements';
import { updateCall } from '../../src/domain/recalls/update-call';
import { after, HOUR, MINUTE } from '../../src/kernel/duration';
import { RIGHT, takeBack, takeCall, tellCaller, WRONG, wrongBriefing } from '../support/recall-day';
import { makeWorld, type World } from '../support/world';

let world: World;

beforeEach(async () => {
  world = await makeWorld();
});

afterEach(() => world.stop());

const callersOf = (recallId: string, limit = 500, cursor?: string) =>
  listRecallCallers(world.actors.author, { recallId, limit, cursor });

const toldOf = (briefingId: string, limit = 50, cursor?: string) =>
  listTold(world.actors.author, { briefingId, limit, cursor });

describe('the told record', () => {
  it('says which words of which version, in which language, when, by whom and to whom, the newest first', async () => {
    const german = 'Die Überweisung stimmt.';
    const { briefingId, statementId, otherId } = await wrongBriefing(world, {
      statements: [{ text: WRONG, in: { de: german } }, 'You will get a new payslip.'],
    });
    const call = await takeCall(world, '+4915111111111');
    const tell = (statementIds: string[], language?: 'de' | 'fr') =>
      tellStatements(world.actors.operator, { callId: call.id, statementIds, language });
    await tell([statementId], 'de');
    await world.moveClock(MINUTE);
    await tell([otherId], 'fr');
    await updateCall(world.actors.operator, { callId: call.id, callerName: 'Grace Hall' });
    const who = {
      version: 1,
      callId: call.id,
      callerName: 'Grace Hall',
      callerPhone: '+4915111111111',
      byName: 'The operator',
      isAfterWithdrawal: false,
    };
    const { items } = await toldOf(briefingId);
    expect(items).toMatchObject([
      { ...who, statementId: otherId, text: 'You will get a new payslip.', language: 'en' },
      { ...who, statementId, text: german, language: 'de' },
    ]);
    const ofOne = await listTold(world.actors.author, { briefingId, statementId, limit: 50 });
    expect(ofOne.items).toMatchObject([{ text: german }]);
  });

  it('is read page by page, nothing twice and nothing left out', async () => {
    const { briefingId, statementId, otherId } = await wrongBriefing(world);
    const calls = [];
    for (const from of ['+4915111111111', '+4915122222222', 'anonymous']) {
      const call = await takeCall(world, from);
      const told = { callId: call.id, statementIds: [statementId, otherId] };
      await tellStatements(world.actors.operator, told);
      calls.push(call.id);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof toldOf>> = await toldOf(briefingId, 1, cursor ?? undefined);
      seen.push(...page.items.map((one) => `${one.callId} ${one.statementId}`));
      cursor = page.nextCursor;
    } while (cursor !== null);
    const all = calls.flatMap((id) => [`${id} ${statementId}`, `${id} ${otherId}`]);
    expect(seen.toSorted()).toEqual(all.toSorted());
  });

  it('holds what was said although it was over its validity by then', async () => {
    const validUntil = after((await getDeskSnapshot(world.actors.operator)).now, HOUR).toISOString();
    const wrong = await wrongBriefing(world, { statements: [{ text: WRONG, validUntil }, 'Another.'] });
    await world.moveClock(2 * HOUR);
    await tellCaller(world, '+4915111111111', wrong.statementId);
    expect((await toldOf(wrong.briefingId)).items).toMatchObject([{ text: WRONG }]);
  });

  it('counts those who were told the present words, not those who were told an earlier wording', async () => {
    const { briefingId, statementId } = await wrongBriefing(world);
    await tellCaller(world, '+4915111111111', statementId);
    const { draft } = await getBriefing(world.actors.author, briefingId);
    const [first, ...others] = draft.statements;
    const reworded = { ...draft, statements: [{ ...first, text: 'It will be sent.' }, ...others] };
    await saveBriefing(
      world.actors.author,
      saveBriefingInput.parse({ ...reworded, briefingId, draftRevision: 1 }),
    );
    await publishBriefing(world.actors.author, { briefingId, emergency: false });
    await tellCaller(world, '+4915122222222', statementId);
    await tellCaller(world, '+4915133333333', statementId);
    const told = await countToldStatement(world.actors.author, { briefingId, statementId });
    expect(told).toEqual({ callers: 2, withoutNumber: 0 });
  });
});

describe('everyone who was told', () => {
  it('is counted before, called back once a number, and listed where no number is known', async () => {
    const wrong = await wrongBriefing(world);
    const first = await tellCaller(world, '+4915111111111', wrong.statementId);
    await updateCall(world.actors.operator, { callId: first.id, callerName: 'Jonas Weber' });
    await world.moveClock(MINUTE);
    const second = await tellCaller(world, '+4915111111111', wrong.statementId);
    await tellCaller(world, 'anonymous', wrong.statementId);
    await tellCaller(world, 'anonymous', wrong.statementId);
    const given = await tellCaller(world, 'anonymous', wrong.statementId);
    await updateCall(world.actors.operator, { callId: given.id, callerPhone: '+49 151 3333333' });
    await tellCaller(world, '+4915144444444', wrong.otherId);

    const { briefingId, statementId } = wrong;
    const told = await countToldStatement(world.actors.author, { briefingId, statementId });
    expect(told).toEqual({ callers: 4, withoutNumber: 2 });
    const { recallId, callers } = await takeBack(world.actors.author, wrong, { correction: RIGHT });
    expect(callers).toBe(4);

    expect(await getRecall(world.actors.author, recallId)).toMatchObject({
      callers: 4,
      withoutNumber: 2,
      open: 2,
      kept: 0,
      unreached: 0,
      isComplete: false,
      text: WRONG,
      correction: RIGHT,
      version: 1,
      clientName: 'Brightwater Payroll',
      byName: 'The author',
    });
    const { items } = await callersOf(recallId);
    expect(items).toMatchObject([
      { phone: null, calls: 1, state: null },
      { phone: null, calls: 1, state: null },
      {
        phone: '+4915111111111',
        name: 'Jonas Weber',
        calls: 2,
        state: 'open',
        lastCallId: second.id,
        toldByName: 'The operator',
        isAfterWithdrawal: false,
      },
      { phone: '+491513333333', calls: 1, state: 'open', lastCallId: given.id },
    ]);
    const { callbacks } = await getDeskSnapshot(world.actors.operator);
    expect(callbacks).toHaveLength(2);
    expect(callbacks.find(({ callerPhone }) => callerPhone === '+4915111111111')).toMatchObject({
      callerName: 'Jonas Weber',
      callId: second.id,
      what: 'A statement they were told was wrong: The bank sent it twice.',
      before: WRONG,
      sayNow: RIGHT,
      isAwaitingApproval: false,
      dueAt: after((await getRecall(world.actors.author, recallId)).createdAt, 4 * HOUR),
      reason: 'recall',
      causeId: recallId,
    });
  });

  it('is read page by page, nobody twice and nobody left out', async () => {
    const wrong = await wrongBriefing(world);
    const numbers = Array.from({ length: 7 }, (_, n) => `+491511111111${n}`);
    for (const from of [...numbers, 'anonymous', 'anonymous'])
      await tellCaller(world, from, wrong.statementId);
    const { recallId } = await takeBack(world.actors.author, wrong);
    const seen: (string | null)[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof callersOf>> = await callersOf(recallId, 2, cursor ?? undefined);
      seen.push(...page.items.map(({ phone }) => phone));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual([null, null, ...numbers]);
  });

  it('in another language was told the same', async () => {
    const german = 'Die Überweisung stimmt.';
    const wrong = await wrongBriefing(world, {
      statements: [{ text: WRONG, in: { de: german } }, 'You will get a new payslip.'],
    });
    const call = await takeCall(world, '+4915111111111');
    const statementIds = [wrong.statementId];
    const [told] = await tellStatements(world.actors.operator, {
      callId: call.id,
      statementIds,
      language: 'de',
    });
    expect(told?.text).toBe(german);
    const { recallId, callers } = await takeBack(world.actors.author, wrong);
    expect(callers).toBe(1);
    expect((await callersOf(recallId)).items).toMatchObject([{ phone: '+4915111111111' }]);
    const { callbacks } = await getDeskSnapshot(world.actors.operator);
    expect(callbacks).toMatchObject([{ before: german, sayNow: null }]);
  });

  it('is called back too when the number is written down only after the withdrawal', async () => {
    const wrong = await wrongBriefing(world);
    const call = await tellCaller(world, 'anonymous', wrong.statementId);
    const { recallId } = await takeBack(world.actors.author, wrong);
    expect(await getRecall(world.actors.author, recallId)).toMatchObject({
      withoutNumber: 1,
      isComplete: true,
    });
    await updateCall(world.actors.operator, { callId: call.id, callerPhone: '+491512222222' });
    await updateCall(world.actors.operator, { callId: call.id, callerName: 'Amina Yilmaz' });
    expect(await getRecall(world.actors.author, recallId)).toMatchObject({
      callers: 1,
      withoutNumber: 0,
      open: 1,
      isComplete: false,
    });
    const { callbacks } = await getDeskSnapshot(world.actors.operator);
    expect(callbacks).toMatchObject([{ callerPhone: '+491512222222', callerName: 'Amina Yilmaz' }]);
  });

  it('is listed only, where nobody is to be called back', async () => {
    const wrong = await wrongBriefing(world);
    await tellCaller(world, '+4915111111111', wrong.statementId);
    const { recallId, callers } = await takeBack(world.actors.author, wrong, { callBack: false });
    expect(callers).toBe(1);
    expect((await callersOf(recallId)).items).toMatchObject([{ phone: '+4915111111111', state: null }]);
    expect((await getDeskSnapshot(world.actors.operator)).callbacks).toEqual([]);
    expect(await getRecall(world.actors.author, recallId)).toMatchObject({ isComplete: true, open: 0 });
  });
});
