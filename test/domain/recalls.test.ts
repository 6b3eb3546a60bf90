// A sentence turns out wrong: it leaves every desk at once, and everyone who heard it is found.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approveBriefing } from '../../src/domain/briefings/approve-briefing';
import { saveBriefingInput, type BriefingContentInput } from '../../src/domain/briefings/model';
import { publishBriefing } from '../../src/domain/briefings/publish-briefing';
import { getBriefing } from '../../src/domain/briefings/queries';
import { resolveBriefing } from '../../src/domain/briefings/resolve-briefing';
import { saveBriefing } from '../../src/domain/briefings/save-briefing';
import { listBriefingVersions } from '../../src/domain/briefings/version-queries';
import { updateClient } from '../../src/domain/clients/update-client';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { listRecallCallers } from '../../src/domain/recalls/caller-queries';
import { getRecall, listRecalls } from '../../src/domain/recalls/queries';
import { after, HOUR } from '../../src/kernel/duration';
import { RIGHT, takeBack, takeCall, tellCaller, WRONG, wrongBriefing } from '../support/recall-day';
import { makeWorld, type World } from '../support/world';

let world: World;

beforeEach(async () => {
  world = await makeWorld();
});

afterEach(() => world.stop());

/** What the desks hold of a briefing that is in force. */
async function onTheDesk(briefingId: string) {
  const { briefings } = await getDeskSnapshot(world.actors.operator);
  const live = briefings.find((one) => one.briefingId === briefingId);
  if (live === undefined) throw new Error('The desk holds no such briefing.');
  return live;
}

async function numbersOf(recallId: string) {
  const { items } = await listRecallCallers(world.actors.author, { recallId, limit: 500 });
  return items.map(({ phone }) => phone);
}

const now = async () => (await getDeskSnapshot(world.actors.operator)).now;

describe('a statement that is withdrawn', () => {
  it('leaves every desk with a new version, and says why', async () => {
    const wrong = await wrongBriefing(world);
    const { recallId, callers } = await takeBack(world.actors.author, wrong, { callBack: false });
    expect(callers).toBe(0);
    const live = await onTheDesk(wrong.briefingId);
    expect(live.version).toBe(2);
    expect(live.content.statements.map(({ text }) => text)).toEqual(['You will get a new payslip.']);
    expect(live.withdrawals).toMatchObject([
      {
        statementId: wrong.statementId,
        version: 1,
        text: WRONG,
        correction: null,
        reason: 'The bank sent it twice.',
        byName: 'The author',
      },
    ]);
    expect(live.approvals[`statements/${wrong.otherId}/en`]).toMatchObject({ kind: 'approved' });
    expect(await getRecall(world.actors.author, recallId)).toMatchObject({
      headline: 'Payslips show wrong amounts',
      isComplete: true,
      callBack: false,
    });
  });

  it('does not come back with the draft', async () => {
    const wrong = await wrongBriefing(world);
    await takeBack(world.actors.author, wrong);
    const briefing = await getBriefing(world.actors.author, wrong.briefingId);
    expect(briefing).toMatchObject({ hasUnpublishedChanges: false, draftRevision: 2, currentVersion: 2 });
    expect(briefing.draft).toEqual(briefing.published);
  });

  it('leaves a draft that is being written as unpublished as it was', async () => {
    const wrong = await wrongBriefing(world);
    const before = await getBriefing(world.actors.author, wrong.briefingId);
    const draft = { ...before.draft, closing: 'Good day.' };
    await saveBriefing(
      world.actors.author,
      saveBriefingInput.parse({ ...draft, briefingId: before.id, draftRevision: 1 }),
    );
    await takeBack(world.actors.author, wrong, { correction: RIGHT });
    const briefing = await getBriefing(world.actors.author, wrong.briefingId);
    expect(briefing).toMatchObject({ hasUnpublishedChanges: true, draftRevision: 3 });
    expect(briefing.draft).toMatchObject({ closing: 'Good day.', statements: [{ text: RIGHT }, {}] });
    expect(briefing.published).toMatchObject({ closing: '', statements: [{ text: RIGHT }, {}] });
    await publishBriefing(world.actors.author, { briefingId: before.id, emergency: false });
    const live = await onTheDesk(wrong.briefingId);
    expect(live.content.statements[0]?.text).toBe(RIGHT);
  });

  it('leaves words alone that its author has changed in the draft already', async () => {
    const wrong = await wrongBriefing(world);
    const before = await getBriefing(world.actors.author, wrong.briefingId);
    const [first, second] = before.draft.statements;
    const statements = [
      { ...first, text: 'We look into the transfer.' },
      { ...second },
    ] as BriefingContentInput['statements'];
    const draft = { ...before.draft, statements };
    await saveBriefing(
      world.actors.author,
      saveBriefingInput.parse({ ...draft, briefingId: before.id, draftRevision: 1 }),
    );
    await takeBack(world.actors.author, wrong);
    const briefing = await getBriefing(world.actors.author, wrong.briefingId);
    expect(briefing.draft.statements[0]?.text).toBe('We look into the transfer.');
    expect(briefing).toMatchObject({ draftRevision: 2, hasUnpublishedChanges: true });
  });

  it('is also taken out of the version that starts tomorrow', async () => {
    const wrong = await wrongBriefing(world);
    const { draft } = await getBriefing(world.actors.author, wrong.briefingId);
    const startsAt = after(await now(), 20 * HOUR).toISOString();
    const tomorrow = { ...draft, startsAt, headline: 'Tomorrow' };
    await saveBriefing(
      world.actors.author,
      saveBriefingInput.parse({ ...tomorrow, briefingId: wrong.briefingId, draftRevision: 1 }),
    );
    await publishBriefing(world.actors.author, { briefingId: wrong.briefingId, emergency: false });
    await tellCaller(world, '+4915112345678', wrong.statementId);
    const { callers } = await takeBack(world.actors.author, wrong);
    expect(callers).toBe(1);

    const inForce = async () => {
      const { briefingVersionId } = await takeCall(world, 'anonymous');
      const { briefings } = await getDeskSnapshot(world.actors.operator);
      const content = briefings.find(({ versionId }) => versionId === briefingVersionId)?.content;
      return [content?.headline, content?.statements.map(({ text }) => text)];
    };
    expect(await inForce()).toEqual(['Payslips show wrong amounts', ['You will get a new payslip.']]);
    await world.moveClock(21 * HOUR);
    expect(await inForce()).toEqual(['Tomorrow', ['You will get a new payslip.']]);
    expect(await listBriefingVersions(world.actors.author, wrong.briefingId)).toHaveLength(4);
  });

  it('cannot be withdrawn twice, and one that never was is not there', async () => {
    const wrong = await wrongBriefing(world);
    await takeBack(world.actors.author, wrong);
    await expect(takeBack(world.actors.author, wrong)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(
        /^This statement was withdrawn at \d{4}-.* UTC by The author\.$/,
      ) as string,
    });
    await expect(
      takeBack(world.actors.author, { ...wrong, statementId: wrong.briefingId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'There is no such statement.' });
  });

  it('with two colleagues at once is withdrawn once', async () => {
    const wrong = await wrongBriefing(world);
    await tellCaller(world, '+4915112345678', wrong.statementId);
    const both = [world.actors.author, world.actors.account_manager];
    const outcomes = await Promise.allSettled(both.map((actor) => takeBack(actor, wrong)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CONFLICT' },
    });
    const { items } = await listRecalls(world.actors.author, { limit: 10 });
    expect(items).toHaveLength(1);
  });

  it('and another one at the same instant both are gone', async () => {
    const wrong = await wrongBriefing(world);
    const other = { ...wrong, statementId: wrong.otherId };
    await Promise.all([takeBack(world.actors.author, wrong), takeBack(world.actors.admin, other)]);
    const live = await onTheDesk(wrong.briefingId);
    expect(live).toMatchObject({ version: 3, content: { statements: [] } });
    expect(live.withdrawals).toHaveLength(2);
  });

  it.each([
    ['a deadline that has passed', { dueAt: '2020-01-01T00:00:00Z' }, 'dueAt'],
    ['a correction that says the same', { correction: WRONG }, 'correction'],
  ])('is refused with %s', async (_, changes, field) => {
    const wrong = await wrongBriefing(world);
    await expect(takeBack(world.actors.author, wrong, changes)).rejects.toMatchObject({
      code: 'INVALID',
      problems: [{ field }],
    });
    expect(await onTheDesk(wrong.briefingId)).toMatchObject({ version: 1, withdrawals: [] });
  });

  it('after the incident is over publishes nothing, and still calls everyone back, once', async () => {
    const wrong = await wrongBriefing(world);
    await tellCaller(world, '+4915112349001', wrong.statementId);
    await resolveBriefing(world.actors.author, wrong.briefingId);
    const { callers } = await takeBack(world.actors.author, wrong, { correction: RIGHT });
    expect(callers).toBe(1);
    const rows = await world.ownerSql`
      select what, wording_key from promises where briefing_id = ${wrong.briefingId}`;
    expect(rows).toEqual([
      {
        what: `A statement they were told was wrong: The bank sent it twice. Say now: “${RIGHT}”`,
        wording_key: null,
      },
    ]);
    await expect(takeBack(world.actors.author, wrong)).rejects.toMatchObject({ code: 'CONFLICT' });
    const versions = await world.ownerSql`
      select version from briefing_versions where briefing_id = ${wrong.briefingId}`;
    expect(versions).toHaveLength(1);
  });
});

describe('a correction', () => {
  it('stands under the same number, without the translations of the old words', async () => {
    const german = 'Die Überweisung stimmt.';
    const wrong = await wrongBriefing(world, {
      statements: [{ text: WRONG, in: { de: german } }, 'You will get a new payslip.'],
    });
    await takeBack(world.actors.author, wrong, { correction: RIGHT });
    const live = await onTheDesk(wrong.briefingId);
    expect(live.content.statements[0]).toMatchObject({ id: wrong.statementId, text: RIGHT, in: {} });
    expect(live.approvals[`statements/${wrong.statementId}/en`]).toMatchObject({
      kind: 'approved',
      byName: 'The author',
    });
    expect(live.withdrawals[0]).toMatchObject({ correction: RIGHT });
  });

  it('that an account manager must approve is said at once, and marked until approved', async () => {
    const wrong = await wrongBriefing(world);
    await updateClient(world.actors.admin, { clientId: world.client.id, approvalRule: 'account_manager' });
    await takeBack(world.actors.author, wrong, { correction: RIGHT });
    const key = `statements/${wrong.statementId}/en`;
    const live = await onTheDesk(wrong.briefingId);
    expect(live.content.statements[0]?.text).toBe(RIGHT);
    expect(live.approvals[key]).toMatchObject({ kind: 'emergency', byName: 'The author' });
    expect(live.approvals[`statements/${wrong.otherId}/en`]).toMatchObject({ kind: 'approved' });
    const { unapprovedSince } = await getBriefing(world.actors.author, wrong.briefingId);
    expect(unapprovedSince).toBeInstanceOf(Date);

    await approveBriefing(world.actors.account_manager, {
      briefingId: wrong.briefingId,
      except: [],
      publish: false,
    });
    const approved = await onTheDesk(wrong.briefingId);
    expect(approved.approvals[key]).toMatchObject({ kind: 'approved', byName: 'The account manager' });
    expect(await getBriefing(world.actors.author, wrong.briefingId)).toMatchObject({ unapprovedSince: null });
  });

  it('that is wrong too makes a recall of its own, with those who were told the correction', async () => {
    const wrong = await wrongBriefing(world);
    await tellCaller(world, '+4915111111111', wrong.statementId);
    const first = await takeBack(world.actors.author, wrong, { correction: RIGHT });
    await tellCaller(world, '+4915122222222', wrong.statementId);
    const second = await takeBack(world.actors.author, wrong);
    expect(await numbersOf(first.recallId)).toEqual(['+4915111111111']);
    expect(await numbersOf(second.recallId)).toEqual(['+4915122222222']);
    expect((await onTheDesk(wrong.briefingId)).withdrawals).toMatchObject([{ text: RIGHT }, { text: WRONG }]);
  });
});
