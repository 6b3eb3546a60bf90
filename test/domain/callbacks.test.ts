// Calling back: one operator at a time, with the right words in front of them, until the caller is reached.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceBriefing } from '../../src/domain/briefings/replace-briefing';
import { replaceBriefingInput } from '../../src/domain/briefings/model';
import { getBriefing } from '../../src/domain/briefings/queries';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { listCallbacks } from '../../src/domain/promises/callback-queries';
import { claimCallback } from '../../src/domain/promises/claim-callback';
import { listCallbacksInput, recordTryInput, type Callback } from '../../src/domain/promises/model';
import { recordTry } from '../../src/domain/promises/record-try';
import { releaseCallback } from '../../src/domain/promises/release-callback';
import { listRecallCallers } from '../../src/domain/recalls/caller-queries';
import { getRecall } from '../../src/domain/recalls/queries';
import { createMember } from '../../src/domain/tenancy/create-member';
import type { Actor } from '../../src/kernel/actor';
import { after, HOUR, MINUTE } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { nextMorning } from '../support/next-morning';
import { RIGHT, takeBack, tellCaller, wrongBriefing, type WrongBriefing } from '../support/recall-day';
import { actorOf, briefingContent, makeWorld, type World } from '../support/world';

let world: World;
let colleague: Actor;

beforeAll(async () => {
  world = await makeWorld();
  const person = { email: 'nora@harbor.example', name: 'Nora Lind', role: 'operator' as const };
  const member = await createMember(world.actors.admin, { ...person, passwordHash: 'none' });
  colleague = actorOf(world.organizationId, 'operator', member.id, member.name, null);
  // People are called again in the hours of their day only.
  await nextMorning(world);
});

afterAll(() => world.stop());

type Recalled = WrongBriefing & { recallId: string; callbacks: Callback[] };

/** Callers with these numbers were told a wrong statement, and are to be called back. */
async function recalled(numbers: string[], changes: Parameters<typeof takeBack>[2] = {}): Promise<Recalled> {
  const wrong = await wrongBriefing(world);
  for (const from of numbers) await tellCaller(world, from, wrong.statementId);
  const { recallId } = await takeBack(world.actors.author, wrong, { correction: RIGHT, ...changes });
  return { ...wrong, recallId, callbacks: await open(recallId) };
}

async function open(causeId: string, actor = world.actors.operator): Promise<Callback[]> {
  const input = listCallbacksInput.parse({ causeId, state: 'open' });
  return (await listCallbacks(actor, input)).items;
}

async function recalledOne(changes: Parameters<typeof takeBack>[2] = {}) {
  const { callbacks, ...recall } = await recalled(['+4915112345678'], changes);
  const [callback] = callbacks;
  if (callback === undefined) throw new Error('There should be a callback.');
  return { ...recall, callback, callbackId: callback.id };
}

const tryIt = (callbackId: string, outcome: string, actor = world.actors.operator, tryId?: string) =>
  recordTry(actor, recordTryInput.parse({ callbackId, outcome, tryId }));

const tries = (callbackId: string) => world.ownerSql`
  select outcome, said, note, by_name from promise_tries where promise_id = ${callbackId} order by at, id`;

describe('the work on a callback', () => {
  it('voicemail, then reached: the promise is kept, what was said is on record, the recall is complete', async () => {
    const { callback, callbackId, recallId } = await recalledOne();
    const { now } = await getDeskSnapshot(world.actors.operator);
    await claimCallback(world.actors.operator, { callbackId });
    const later = await tryIt(callbackId, 'voicemail');
    expect(later).toMatchObject({ state: 'open', tries: 1, claimedById: null, endedAt: null });
    const wait = (later.nextTryAt?.getTime() ?? 0) - now.getTime();
    expect(wait).toBeGreaterThanOrEqual(30 * MINUTE);
    expect(wait).toBeLessThan(31 * MINUTE);
    expect(await getRecall(world.actors.author, recallId)).toMatchObject({ open: 1, isComplete: false });

    await world.moveClock(31 * MINUTE);
    const kept = await tryIt(callbackId, 'reached', colleague);
    expect(kept).toMatchObject({ state: 'kept', tries: 2, nextTryAt: null, endedByName: 'Nora Lind' });
    expect(kept.dueAt).toEqual(callback.dueAt);
    expect(await tries(callbackId)).toMatchObject([
      { outcome: 'voicemail', said: '', by_name: 'The operator' },
      { outcome: 'reached', said: RIGHT, by_name: 'Nora Lind' },
    ]);
    expect(await getRecall(world.actors.author, recallId)).toMatchObject({
      open: 0,
      kept: 1,
      isComplete: true,
    });
    const { items } = await listRecallCallers(world.actors.author, { recallId, limit: 10 });
    expect(items).toMatchObject([{ state: 'kept', tries: 2 }]);
    const { callbacks } = await getDeskSnapshot(world.actors.operator);
    expect(callbacks.map(({ id }) => id)).not.toContain(callbackId);
  });

  it.each(['wrong_number', 'refused'])(
    '%s ends it without the caller, and counts as such',
    async (outcome) => {
      const { callbackId, recallId } = await recalledOne();
      expect(await tryIt(callbackId, outcome)).toMatchObject({ state: 'broken', tries: 1 });
      expect(await getRecall(world.actors.author, recallId)).toMatchObject({
        unreached: 1,
        kept: 0,
        isComplete: true,
      });
    },
  );

  it('sent twice is one try', async () => {
    const { callbackId } = await recalledOne();
    const tryId = newId();
    await tryIt(callbackId, 'no_answer', world.actors.operator, tryId);
    expect(await tryIt(callbackId, 'no_answer', world.actors.operator, tryId)).toMatchObject({ tries: 1 });
    expect(await tries(callbackId)).toHaveLength(1);
    const other = await recalledOne();
    await expect(tryIt(other.callbackId, 'no_answer', world.actors.operator, tryId)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'This record belongs to another callback.',
    });
  });

  it('that has ended is neither claimed nor tried again', async () => {
    const { callbackId } = await recalledOne();
    await tryIt(callbackId, 'reached');
    const words = { code: 'CONFLICT', message: 'The operator has reached this caller already.' };
    await expect(tryIt(callbackId, 'voicemail', colleague)).rejects.toMatchObject(words);
    await expect(claimCallback(colleague, { callbackId })).rejects.toMatchObject(words);
  });
});

describe('two operators', () => {
  it('at the same callback: one has it, the other is told who', async () => {
    const { callbackId } = await recalledOne();
    const both = [world.actors.operator, colleague];
    const outcomes = await Promise.allSettled(both.map((actor) => claimCallback(actor, { callbackId })));
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes[1 - winner]).toMatchObject({
      reason: { code: 'CONFLICT', message: `${both[winner]?.name} has this callback already.` },
    });
  });

  it('a claim holds for a quarter of an hour, unless it is renewed or given back', async () => {
    const { callbackId, recallId } = await recalledOne();
    await claimCallback(world.actors.operator, { callbackId });
    await world.moveClock(10 * MINUTE);
    await claimCallback(world.actors.operator, { callbackId });
    await world.moveClock(10 * MINUTE);
    await expect(claimCallback(colleague, { callbackId })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await open(recallId)).toMatchObject([{ claimedByName: 'The operator' }]);
    await world.moveClock(6 * MINUTE);
    expect(await open(recallId)).toMatchObject([{ claimedById: null, claimedByName: null }]);
    expect(await claimCallback(colleague, { callbackId })).toMatchObject({ claimedByName: 'Nora Lind' });

    await expect(releaseCallback(world.actors.operator, { callbackId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'Nora Lind has this callback.',
    });
    expect(await releaseCallback(colleague, { callbackId })).toMatchObject({ claimedById: null });
    expect(await releaseCallback(colleague, { callbackId })).toMatchObject({ claimedById: null });
    await claimCallback(world.actors.operator, { callbackId });
    const released = await releaseCallback(world.actors.account_manager, { callbackId });
    expect(released).toMatchObject({ claimedById: null });
  });
});

describe('what to say', () => {
  it('is the newest approved wording, also when it was corrected again meanwhile', async () => {
    const { recallId, briefingId, statementId } = await recalledOne();
    expect(await open(recallId)).toMatchObject([{ sayNow: RIGHT, isAwaitingApproval: false }]);
    const newer = 'It is sent again on Thursday.';
    await takeBack(world.actors.author, { briefingId, statementId, otherId: '' }, { correction: newer });
    expect(await open(recallId)).toMatchObject([{ sayNow: newer }]);
    await takeBack(world.actors.author, { briefingId, statementId, otherId: '' });
    expect(await open(recallId)).toMatchObject([{ sayNow: null, isAwaitingApproval: false }]);
  });

  it('waits for the approval of words that nobody has looked at', async () => {
    const { callbackId, recallId, briefingId, statementId } = await recalledOne();
    const { published, currentVersion } = await getBriefing(world.actors.admin, briefingId);
    await world.ownerSql`
      update briefing_versions set content = jsonb_set(content, '{statements,0,text}', '"Never looked at."')
      where briefing_id = ${briefingId} and version = ${currentVersion}`;
    expect(published?.statements[0]).toMatchObject({ id: statementId, text: RIGHT });
    expect(await open(recallId)).toMatchObject([{ sayNow: null, isAwaitingApproval: true }]);
    await expect(tryIt(callbackId, 'reached')).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The new words await approval: call once they are there.',
    });
    expect(await tryIt(callbackId, 'no_answer')).toMatchObject({ state: 'open' });
  });

  it('of a statement that was withdrawn without a correction is why it was', async () => {
    const { callbackId } = await recalledOne({ correction: undefined });
    await tryIt(callbackId, 'reached');
    expect(await tries(callbackId)).toMatchObject([
      { said: 'A statement they were told was wrong: The bank sent it twice.' },
    ]);
  });

  it('is nothing that is over its validity by then', async () => {
    const { recallId, briefingId, statementId } = await recalledOne();
    const { now } = await getDeskSnapshot(world.actors.operator);
    const { currentVersion } = await getBriefing(world.actors.author, briefingId);
    const validUntil = after(now, HOUR).toISOString();
    const statements = [{ id: statementId, text: RIGHT, validUntil }];
    const content = { ...briefingContent({ statements }), briefingId, version: currentVersion };
    await replaceBriefing(world.actors.author, replaceBriefingInput.parse(content));
    expect(await open(recallId)).toMatchObject([{ sayNow: RIGHT }]);
    await world.moveClock(2 * HOUR);
    expect(await open(recallId)).toMatchObject([{ sayNow: null }]);
  });
});

describe('the list', () => {
  it('is by deadline, page by page, for operators and for the client’s own people', async () => {
    const numbers = Array.from({ length: 5 }, (_, n) => `+4915100000${n}00`);
    const { now } = await getDeskSnapshot(world.actors.operator);
    const far = await recalled(numbers, { dueAt: after(now, 20 * HOUR).toISOString() });
    const near = await recalled(['+4915199999999'], { dueAt: after(now, HOUR).toISOString() });
    const seen: Callback[] = [];
    let cursor: string | undefined;
    do {
      const input = listCallbacksInput.parse({ clientId: world.client.id, state: 'open', cursor, limit: 2 });
      const page = await listCallbacks(world.actors.client_admin, input);
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const due = seen.map(({ dueAt }) => dueAt.getTime());
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    const of = (causeId: string) => seen.filter((one) => one.causeId === causeId);
    expect(
      of(far.recallId)
        .map(({ callerPhone }) => callerPhone)
        .toSorted(),
    ).toEqual(numbers);
    expect(of(near.recallId)).toHaveLength(1);
    const { callbacks } = await getDeskSnapshot(world.actors.operator);
    expect(callbacks.map(({ id }) => id)).toEqual(seen.map(({ id }) => id));
  });
});
