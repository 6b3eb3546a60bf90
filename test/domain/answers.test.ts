// A question is answered once: in the briefing, on the desk, and to everybody who asked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveBriefing } from '../../src/domain/briefings/approve-briefing';
import {
  approveBriefingInput,
  replaceBriefingInput,
  saveBriefingInput,
  type Briefing,
} from '../../src/domain/briefings/model';
import { getBriefing } from '../../src/domain/briefings/queries';
import { replaceBriefing } from '../../src/domain/briefings/replace-briefing';
import { resolveBriefing } from '../../src/domain/briefings/resolve-briefing';
import { saveBriefing } from '../../src/domain/briefings/save-briefing';
import { listBriefingVersions } from '../../src/domain/briefings/version-queries';
import { getCall } from '../../src/domain/calls/queries';
import { updateClient } from '../../src/domain/clients/update-client';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { answerQuestion } from '../../src/domain/questions/answer-question';
import { askQuestion } from '../../src/domain/questions/ask-question';
import { answerQuestionInput } from '../../src/domain/questions/model';
import { dismissQuestion } from '../../src/domain/questions/dismiss-question';
import { HOUR } from '../../src/kernel/duration';
import { nextNumber, Questioners } from '../support/questioners';
import { makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;
const callers = new Questioners(() => world);

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

const answer = (groupId: string, changes: object = {}, actor = world.actors.author) =>
  answerQuestion(
    actor,
    answerQuestionInput.parse({
      groupId,
      question: 'When is the missing money paid?',
      answer: 'On Friday.',
      ...changes,
    }),
  );

const callbacksOf = (groupId: string) => world.ownerSql<
  {
    caller_phone: string;
    before: string;
    wording_key: string;
    reason: string;
    hours: number;
  }[]
>`
  select caller_phone, before, wording_key, reason, extract(epoch from due_at - created_at)::int / 3600 as hours
  from promises where cause_id = ${groupId} order by created_at, caller_phone`;

/** What the desk may say of a briefing. */
async function onTheDesk({ id }: Briefing): Promise<string[]> {
  const { briefings } = await getDeskSnapshot(world.actors.operator);
  return briefings.find(({ briefingId }) => briefingId === id)?.content.qa.map((item) => item.answer) ?? [];
}

describe('an answer', () => {
  it('is in the next version and on the desk, and those who asked are called back', () =>
    callers.during(async (briefing) => {
      const [first, second] = [nextNumber(), nextNumber()];
      await callers.ask('When will I get the missing money?', first);
      await callers.ask('when does the missing money come', second);
      await callers.ask('When is the missing money paid?', second);
      await callers.ask('When is the missing money paid?', 'anonymous');
      const { groupId } = await callers.onlyGroup(briefing);
      expect(await answer(groupId)).toEqual({ briefingId: briefing.id, callbacks: 2, isApproved: true });

      const now = await getBriefing(world.actors.author, briefing.id);
      expect(now).toMatchObject({ currentVersion: 2, hasUnpublishedChanges: false, unapprovedSince: null });
      const [item] = now.published?.qa ?? [];
      expect(item).toMatchObject({ question: 'When is the missing money paid?', answer: 'On Friday.' });
      expect(now.draft.qa).toEqual([item]);
      expect(await onTheDesk(briefing)).toEqual(['On Friday.']);
      expect(await callers.groupsOf(briefing)).toEqual([]);
      expect(await callers.groupsOf(briefing, 'answered')).toMatchObject([{ groupId, count: 4 }]);
      const callbacks = await callbacksOf(groupId);
      expect(callbacks.toSorted((a, b) => (a.caller_phone < b.caller_phone ? -1 : 1))).toEqual([
        {
          caller_phone: first,
          before: 'When will I get the missing money?',
          wording_key: `qa/${item?.id}/en`,
          reason: 'question',
          hours: 4,
        },
        {
          caller_phone: second,
          before: 'When is the missing money paid?',
          wording_key: `qa/${item?.id}/en`,
          reason: 'question',
          hours: 4,
        },
      ]);
    }));

  it('calls nobody back when that is not wished, and by the wished time when it is', () =>
    callers.during(async (briefing) => {
      await callers.ask('When will I get the missing money?');
      const { groupId } = await callers.onlyGroup(briefing);
      expect(await answer(groupId, { callBack: false })).toMatchObject({ callbacks: 0 });
      expect(await callbacksOf(groupId)).toEqual([]);
      const again = await callers.ask('When will I get the missing money?');
      const { now } = await getDeskSnapshot(world.actors.operator);
      const dueAt = new Date(now.getTime() + 7 * HOUR + 60_000).toISOString();
      await answer(again.id, { dueAt });
      expect(await callbacksOf(again.id)).toMatchObject([{ hours: 7 }]);
    }));

  it('does not go out to callers with what must never be said; to the briefing alone it may', () =>
    callers.during(async (briefing) => {
      await callers.ask('When will I get the missing money?');
      const { groupId } = await callers.onlyGroup(briefing);
      const said = { answer: 'On Friday. It was a DATA-BREACH.' };
      await expect(answer(groupId, said)).rejects.toMatchObject({
        code: 'INVALID',
        problems: [{ field: 'answer', words: expect.stringContaining('a printing error') as string }],
      });
      expect(await answer(groupId, { ...said, callBack: false })).toMatchObject({ callbacks: 0 });
    }));

  it('refuses a time that has passed', () =>
    callers.during(async (briefing) => {
      await callers.ask('When will I get the missing money?');
      const { groupId } = await callers.onlyGroup(briefing);
      const attempt = answer(groupId, { dueAt: '2020-01-01T00:00:00Z' });
      await expect(attempt).rejects.toMatchObject({ code: 'INVALID', problems: [{ field: 'dueAt' }] });
      expect((await getBriefing(world.actors.author, briefing.id)).currentVersion).toBe(1);
    }));

  it('leaves what the author is writing unpublished, and adds itself to it', () =>
    callers.during(async (briefing) => {
      const changes = { ...briefing.draft, closing: 'Half a thought', briefingId: briefing.id };
      await saveBriefing(world.actors.author, saveBriefingInput.parse({ ...changes, draftRevision: 1 }));
      await callers.ask('When will I get the missing money?');
      await answer((await callers.onlyGroup(briefing)).groupId);
      const now = await getBriefing(world.actors.author, briefing.id);
      expect(now).toMatchObject({
        draftRevision: 3,
        hasUnpublishedChanges: true,
        published: { closing: '', qa: [{ answer: 'On Friday.' }] },
        draft: { closing: 'Half a thought', qa: [{ answer: 'On Friday.' }] },
      });
    }));

  it('is on the desk now, and stays when what is published for later comes into force', () =>
    callers.during(async (briefing) => {
      const { now } = await getDeskSnapshot(world.actors.operator);
      const startsAt = new Date(now.getTime() + HOUR).toISOString();
      const later = { ...briefing.draft, headline: 'Later', startsAt, briefingId: briefing.id, version: 1 };
      await replaceBriefing(world.actors.author, replaceBriefingInput.parse(later));
      const { id } = await callers.ask('When will I get the missing money?');
      await answer(id);
      const inForce = async () => {
        const page = await getCall(world.actors.operator, await callers.ring());
        return [page.briefing?.content.headline, page.briefing?.content.qa.map((item) => item.answer)];
      };
      expect(await inForce()).toEqual(['Payslips show wrong amounts', ['On Friday.']]);
      await world.moveClock(HOUR);
      expect(await inForce()).toEqual(['Later', ['On Friday.']]);
      expect(await getBriefing(world.actors.author, briefing.id)).toMatchObject({
        currentVersion: 4,
        hasUnpublishedChanges: false,
      });
    }));

  it('asked for again afterwards begins a new group', () =>
    callers.during(async (briefing) => {
      const first = await callers.ask('When will I get the missing money?');
      await answer(first.id);
      const second = await callers.ask('When will I get the missing money?');
      expect(await callers.onlyGroup(briefing)).toMatchObject({ groupId: second.id, count: 1 });
    }));

  it('is given once: of two authors at the same instant one is told', () =>
    callers.during(async (briefing) => {
      const { id } = await callers.ask('When will I get the missing money?');
      const outcomes = await Promise.allSettled([
        answer(id),
        answer(id, { answer: 'On Monday.' }, world.actors.client_admin),
      ]);
      const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as object] : []));
      expect(refused).toMatchObject([{ code: 'CONFLICT' }]);
      expect((await getBriefing(world.actors.author, briefing.id)).published?.qa).toHaveLength(1);
    }));

  it('loses no question that is asked at the same instant', () =>
    callers.during(async (briefing) => {
      const { id } = await callers.ask('When will I get the missing money?');
      const callIds = await Promise.all(Array.from({ length: 6 }, () => callers.ring()));
      const [, ...asked] = await Promise.all([
        answer(id),
        ...callIds.map((callId) =>
          askQuestion(world.actors.operator, { callId, text: 'When will I get the missing money?' }),
        ),
      ]);
      const answered = (await callers.groupsOf(briefing, 'answered')).flatMap((group) => group.questionIds);
      const open = (await callers.groupsOf(briefing)).flatMap((group) => group.questionIds);
      expect([...answered, ...open].toSorted()).toEqual([id, ...asked.map((note) => note.id)].toSorted());
      expect(await callbacksOf(id)).toHaveLength(answered.length);
    }));

  it('waits for approval where the client’s rule says so: off the desk, with the callbacks', async () => {
    const { admin, author, account_manager: manager } = world.actors;
    await updateClient(admin, { clientId: world.client.id, approvalRule: 'account_manager' });
    const { id } = await publishedBriefing({ ...world, actors: { ...world.actors, author: manager } });
    const note = await callers.ask('When will I get the missing money?');
    expect(await answer(note.id)).toMatchObject({ callbacks: 1, isApproved: false });
    const briefing = await getBriefing(author, id);
    expect(briefing).toMatchObject({ currentVersion: 2, submittedByName: author.name });
    expect(briefing.unapprovedSince).not.toBeNull();
    expect(await onTheDesk(briefing)).toEqual([]);
    await approveBriefing(manager, approveBriefingInput.parse({ briefingId: id }));
    expect(await onTheDesk(briefing)).toEqual(['On Friday.']);
    await resolveBriefing(manager, id);
    await updateClient(admin, { clientId: world.client.id, approvalRule: 'second_person' });
  });

  it('of one person is approved by a second', async () => {
    const { admin, author, client_admin: second } = world.actors;
    await updateClient(admin, { clientId: world.client.id, approvalRule: 'author' });
    const briefing = await publishedBriefing(world);
    await updateClient(admin, { clientId: world.client.id, approvalRule: 'second_person' });
    const note = await callers.ask('When will I get the missing money?');
    expect(await answer(note.id)).toMatchObject({ isApproved: false });
    const approve = approveBriefingInput.parse({ briefingId: briefing.id });
    await expect(approveBriefing(author, approve)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await approveBriefing(second, approve);
    expect(await onTheDesk(briefing)).toEqual(['On Friday.']);
    await resolveBriefing(author, briefing.id);
    await updateClient(admin, { clientId: world.client.id, approvalRule: 'author' });
  });

  it('needs a briefing that is published, with room for it', async () => {
    const qa = Array.from({ length: 60 }, (_, n) => ({ question: `Question ${n}`, answer: 'Yes.' }));
    const full = await publishedBriefing(world, { qa });
    const { id } = await callers.ask('When will I get the missing money?');
    await expect(answer(id)).rejects.toMatchObject({ code: 'CONFLICT', message: /at most 60 answers/ });
    expect(await listBriefingVersions(world.actors.author, full.id)).toHaveLength(1);
    await resolveBriefing(world.actors.author, full.id);
    await expect(answer(id)).rejects.toMatchObject({ code: 'CONFLICT', message: /is resolved/ });
  });

  it('is not given to what was put aside', () =>
    callers.during(async () => {
      const { id } = await callers.ask('Is the boss still alive?');
      await dismissQuestion(world.actors.author, { groupId: id });
      await expect(answer(id)).rejects.toMatchObject({ code: 'CONFLICT' });
    }));
});
