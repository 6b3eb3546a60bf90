// What a caller asks and no briefing answers: asked once, and together with those that mean the same.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveBriefing } from '../../src/domain/briefings/resolve-briefing';
import { closeCall } from '../../src/domain/messages/close-call';
import { getCall } from '../../src/domain/calls/queries';
import { ringCall } from '../../src/domain/calls/ring-call';
import { askQuestion } from '../../src/domain/questions/ask-question';
import { dismissQuestion } from '../../src/domain/questions/dismiss-question';
import { listQuestionGroupsInput } from '../../src/domain/questions/model';
import { moveQuestion } from '../../src/domain/questions/move-question';
import { listQuestionGroups } from '../../src/domain/questions/queries';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { ask as request } from '../support/caller';
import { nextNumber, Questioners } from '../support/questioners';
import { makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;
const callers = new Questioners(() => world);

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

describe('a question', () => {
  it('stands in the log of its call, and before the author', () =>
    callers.during(async (briefing) => {
      const note = await callers.ask('When will I get the missing money?');
      const { notes } = await getCall(world.actors.operator, note.callId);
      expect(notes).toMatchObject([{ kind: 'question', text: 'When will I get the missing money?' }]);
      expect(await callers.groupsOf(briefing)).toMatchObject([
        {
          groupId: note.id,
          briefingId: briefing.id,
          clientId: world.client.id,
          clientName: 'Brightwater Payroll',
          headline: 'Payslips show wrong amounts',
          texts: ['When will I get the missing money?'],
          questionIds: [note.id],
          count: 1,
          callers: 1,
          state: 'open',
        },
      ]);
    }));

  it('is asked once, however often the desk sends it', () =>
    callers.during(async (briefing) => {
      const question = { callId: await callers.ring(), text: 'Whose payslip is this?', noteId: newId() };
      const [first, second] = await Promise.allSettled([
        askQuestion(world.actors.operator, question),
        askQuestion(world.actors.operator, question),
      ]);
      expect([first, second].map(({ status }) => status)).toContain('fulfilled');
      expect(await askQuestion(world.actors.operator, question)).toMatchObject({ id: question.noteId });
      expect((await callers.onlyGroup(briefing)).count).toBe(1);
    }));

  it('may come through the notes as well: one kind of question, one way in', () =>
    callers.during(async (briefing) => {
      const input = { callId: await callers.ring(), kind: 'question', text: 'Who opens my letters?' };
      await request(world.actors.operator, 'calls.addNote', input);
      expect((await callers.onlyGroup(briefing)).texts).toEqual(['Who opens my letters?']);
    }));

  it('belongs to the briefing that the operator spoke from, and to the next one when that is over', async () => {
    const first = await publishedBriefing(world);
    const callId = await callers.ring();
    const second = await publishedBriefing(world, { severity: 'low', headline: 'Letters are late' });
    await askQuestion(world.actors.operator, { callId, text: 'Is my pension right?' });
    expect((await callers.onlyGroup(first)).count).toBe(1);
    await resolveBriefing(world.actors.author, first.id);
    await askQuestion(world.actors.operator, { callId, text: 'When do the letters come?' });
    expect((await callers.onlyGroup(second)).texts).toEqual(['When do the letters come?']);
    await resolveBriefing(world.actors.author, second.id);
  });

  it('of a client without any briefing is a note and nothing else', async () => {
    const other = await addClient(world, 'Northgate Clinic');
    const { call } = await ringCall(world.actors.operator, {
      from: nextNumber(),
      to: other.did.number,
      routeReason: 'overflow',
    });
    const note = await askQuestion(world.actors.operator, { callId: call.id, text: 'Are you open?' });
    expect(note.kind).toBe('question');
    const input = listQuestionGroupsInput.parse({ clientId: other.client.id });
    expect(await listQuestionGroups(world.actors.admin, input)).toEqual([]);
  });

  it('is not asked on a closed call', () =>
    callers.during(async () => {
      const callId = await callers.ring();
      await closeCall(world.actors.operator, { callId, disposition: 'informed' });
      const attempt = askQuestion(world.actors.operator, { callId, text: 'One more thing?' });
      await expect(attempt).rejects.toMatchObject({ code: 'CONFLICT' });
    }));
});

/** As operators write them down; each line is one question. */
const sameQuestions = [
  [
    'When will I get the missing money?',
    'when does the missing money come',
    'When is the missing money paid out?',
    'When do we get the missing money??',
  ],
  [
    'Who pays the bank fees for the bounced direct debit?',
    'Will the bank charge me for the bounced direct debit?',
    'direct debit bounced, who pays the fees',
  ],
  ['Was my personal data seen by others?', 'Did somebody else see my personal data?'],
  ['Do I need the receipt to get money back?', 'is a receipt needed to get my money back'],
  ['Will the exam be postponed?', 'Is the exam postponed'],
  ['Must I restart the router?', 'do I have to restart the router'],
  ['Which batch numbers are affected?', 'what batch numbers are affected'],
];

describe('questions that mean the same', () => {
  it('share a group, and those that do not stand apart', () =>
    callers.during(async (briefing) => {
      // Round by round, so that each group must be found among the others.
      for (let round = 0; round < 4; round += 1) {
        for (const texts of sameQuestions) {
          const text = texts[round];
          if (text !== undefined) await callers.ask(text);
        }
      }
      const groups = await callers.groupsOf(briefing);
      expect(groups.map(({ texts }) => texts.toSorted()).toSorted()).toEqual(
        sameQuestions.map((texts) => texts.toSorted()).toSorted(),
      );
      expect(groups.map(({ count }) => count)).toEqual([4, 3, 2, 2, 2, 2, 2]);
    }));

  it('are found in one group when they are asked at the same instant', () =>
    callers.during(async (briefing) => {
      const callIds = await Promise.all(Array.from({ length: 8 }, () => callers.ring()));
      await Promise.all(
        callIds.map((callId) =>
          askQuestion(world.actors.operator, { callId, text: 'When will I get the missing money?' }),
        ),
      );
      expect(await callers.onlyGroup(briefing)).toMatchObject({ count: 8, callers: 8 });
    }));

  it('of one word in common do not', () =>
    callers.during(async (briefing) => {
      for (const text of ['What is in the yoghurt?', 'Where do I return the yoghurt?', 'Yoghurt safe?']) {
        await callers.ask(text);
      }
      expect(await callers.groupsOf(briefing)).toHaveLength(3);
    }));

  it('count callers by their number', () =>
    callers.during(async (briefing) => {
      const number = nextNumber();
      await callers.ask('When will I get the missing money?', number);
      await callers.ask('When is the missing money paid?', number);
      await callers.ask('When is the missing money paid?', 'anonymous');
      expect(await callers.onlyGroup(briefing)).toMatchObject({ count: 3, callers: 2 });
    }));

  it('can be put together, and taken apart again', () =>
    callers.during(async (briefing) => {
      const one = await callers.ask('Do I get a refund?');
      const other = await callers.ask('Is there compensation for the outage?');
      const { author } = world.actors;
      await moveQuestion(author, { questionId: other.id, groupId: one.id });
      expect(await callers.onlyGroup(briefing)).toMatchObject({ groupId: one.id, count: 2 });
      const { groupId } = await moveQuestion(author, { questionId: one.id, groupId: null });
      const groups = await callers.groupsOf(briefing);
      expect(new Map(groups.map((group) => [group.groupId, group.questionIds]))).toEqual(
        new Map([
          [groupId, [one.id]],
          [one.id, [other.id]],
        ]),
      );
    }));

  it('are not put into a group of another briefing, nor into one that is answered', () =>
    callers.during(async (briefing) => {
      const elsewhere = await publishedBriefing(world, { severity: 'critical' });
      const there = await callers.ask('Is my pension right?');
      await resolveBriefing(world.actors.author, elsewhere.id);
      const done = await callers.ask('Whom do I call about tax?');
      await dismissQuestion(world.actors.author, { groupId: done.id });
      const here = await callers.ask('When will I get the missing money?');
      for (const [groupId, code] of [
        [there.id, 'INVALID'],
        [done.id, 'CONFLICT'],
        [newId(), 'NOT_FOUND'],
      ] as const) {
        const attempt = moveQuestion(world.actors.author, { questionId: here.id, groupId });
        await expect(attempt).rejects.toMatchObject({ code });
      }
      const attempt = moveQuestion(world.actors.author, { questionId: done.id, groupId: here.id });
      await expect(attempt).rejects.toMatchObject({ code: 'CONFLICT' });
      expect((await callers.onlyGroup(briefing)).questionIds).toEqual([here.id]);
    }));
});

describe('a question that needs no answer', () => {
  it('is put aside, with its whole group, and asks for nothing any more', () =>
    callers.during(async (briefing) => {
      const { id } = await callers.ask('Is the boss still alive?');
      await callers.ask('is the boss still alive');
      await dismissQuestion(world.actors.client_admin, { groupId: id });
      await dismissQuestion(world.actors.client_admin, { groupId: id });
      expect(await callers.groupsOf(briefing)).toEqual([]);
      expect(await callers.groupsOf(briefing, 'dismissed')).toMatchObject([{ count: 2 }]);
    }));
});

it('the most asked stands first, and no more than 200 groups are shown', () =>
  callers.during(async (briefing) => {
    const often = await callers.ask('When will I get the missing money?');
    await callers.ask('When will I get the missing money?');
    const callId = await callers.ring();
    await world.ownerSql`
      with note as (
        insert into notes (organization_id, id, client_id, call_id, kind, text, at, by_id, by_name)
        select ${world.organizationId}, gen_random_uuid(), ${world.client.id}, ${callId}, 'question', 'Question ' || n,
          app_now(), 'test', 'Test' from generate_series(1, 250) n
        returning *)
      insert into questions (organization_id, id, client_id, briefing_id, call_id, group_id, text, state, asked_at, asked_by_name)
      select organization_id, id, client_id, ${briefing.id}, call_id, id, text, 'open', at, by_name from note`;
    const groups = await callers.groupsOf(briefing);
    expect(groups).toHaveLength(200);
    expect(groups[0]?.groupId).toBe(often.id);
  }));
