// A file of questions and answers goes into the draft: all of it or nothing.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importQuestions } from '../../src/domain/briefings/import-questions';
import { importQuestionsInput, type Briefing } from '../../src/domain/briefings/model';
import { getBriefing } from '../../src/domain/briefings/queries';
import { resolveBriefing } from '../../src/domain/briefings/resolve-briefing';
import { submitBriefing } from '../../src/domain/briefings/submit-briefing';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import type { Actor } from '../../src/kernel/actor';
import { makeWorld, publishedBriefing, type Tenant, type World } from '../support/world';

let world: World;
let neighbour: Tenant;
let briefing: Briefing;

beforeAll(async () => {
  world = await makeWorld();
  neighbour = await world.addTenant('Lighthouse Calls');
});

beforeEach(async () => {
  briefing = await publishedBriefing(world, { qa: [{ question: 'Was I paid?', answer: 'Yes.' }] });
});

afterAll(() => world.stop());

const file =
  'question;answer\nwas I  paid?;Yes, in full.\nWhen do I get a new payslip?;"By post, this week."';

const bring = (text: string, more: object = {}, actor: Actor = world.actors.author) =>
  importQuestions(
    actor,
    importQuestionsInput.parse({ briefingId: briefing.id, draftRevision: 1, format: 'csv', text, ...more }),
  );

const now = () => getBriefing(world.actors.author, briefing.id);

async function traces() {
  const [row] = await world.ownerSql<[{ audit: number; live: number }]>`
    select (select count(*)::int from audit_entries) as audit, (select count(*)::int from live_events) as live`;
  return row;
}

describe('a good file', () => {
  it('gives known questions new answers and adds the others, as one more save of the draft', async () => {
    const { added, updated, problems, briefing: saved } = await bring(file);
    expect({ added, updated, problems }).toEqual({ added: 1, updated: 1, problems: [] });
    expect(saved).toEqual(await now());
    expect(saved).toMatchObject({
      draftRevision: 2,
      hasUnpublishedChanges: true,
      updatedByName: 'The author',
    });
    expect(saved?.draft.qa.map(({ question, answer }) => [question, answer])).toEqual([
      ['Was I paid?', 'Yes, in full.'],
      ['When do I get a new payslip?', 'By post, this week.'],
    ]);
    expect(saved?.draft.qa[0]?.id).toBe(briefing.draft.qa[0]?.id);
    const { qa: _before, ...untouched } = briefing.draft;
    expect(saved?.draft).toMatchObject(untouched);
    const [entry] = await world.ownerSql`
      select action, detail from audit_entries where subject_id = ${briefing.id} order by id desc limit 1`;
    expect(entry).toMatchObject({
      action: 'briefing.questions_imported',
      detail: { revision: 2, added: 1, updated: 1 },
    });
  });

  it('changes nothing that operators see', async () => {
    await bring(file);
    const { briefings } = await getDeskSnapshot(world.actors.operator);
    const live = briefings.find(({ briefingId }) => briefingId === briefing.id);
    expect(live?.content.qa).toEqual(briefing.draft.qa);
  });

  it('takes back what was submitted: it is another draft now', async () => {
    await bring(file);
    expect(await submitBriefing(world.actors.author, { briefingId: briefing.id })).toMatchObject({
      review: 'submitted',
    });
    const { briefing: saved } = await bring('question,answer\nWho pays?,We do.', { draftRevision: 2 });
    expect(saved).toMatchObject({ review: 'none' });
  });

  it('tried out first, tells the same and leaves no trace', async () => {
    const before = await traces();
    expect(await bring(file, { dryRun: true })).toEqual({
      added: 1,
      updated: 1,
      problems: [],
      briefing: null,
    });
    expect(await traces()).toEqual(before);
    expect(await now()).toEqual(briefing);
  });

  it('brought a second time, changes nothing', async () => {
    await bring(file);
    const before = await traces();
    const again = await bring(file, { draftRevision: 2 });
    expect(again).toMatchObject({ added: 0, updated: 0, problems: [], briefing: { draftRevision: 2 } });
    expect(await traces()).toEqual(before);
  });

  it('may be JSON, with answers in other languages', async () => {
    const text = JSON.stringify([{ question: 'Was I paid?', answer: 'Yes.', in: { es: 'Sí.' } }]);
    const { added, updated, briefing: saved } = await bring(text, { format: 'json' });
    expect([added, updated]).toEqual([0, 1]);
    expect(saved?.draft.qa[0]).toMatchObject({ answer: 'Yes.', in: { es: 'Sí.' } });
  });
});

describe('nothing is written', () => {
  const refused = async (text: string, row: number) => {
    const before = await traces();
    const answer = await bring(text);
    expect(answer).toMatchObject({ briefing: null, problems: [{ row }] });
    expect(await traces()).toEqual(before);
    expect(await now()).toEqual(briefing);
  };

  it('when a single row is wrong', () => refused(`${file}\nAnd this?;`, 4));

  it('when the briefing would have more than sixty questions', () => {
    const rows = Array.from({ length: 60 }, (_, n) => `Question ${n},Yes`);
    return refused(['question,answer', ...rows].join('\n'), 0);
  });

  it('when somebody saved meanwhile', async () => {
    await bring(file);
    await expect(bring(file)).rejects.toMatchObject({ code: 'STALE' });
    await expect(bring(file, { dryRun: true })).rejects.toMatchObject({ code: 'STALE' });
  });

  it('when the briefing is over', async () => {
    await resolveBriefing(world.actors.author, briefing.id);
    await expect(bring(file)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('by who may not write it, or works elsewhere', async () => {
    await expect(bring(file, {}, world.actors.operator)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(bring(file, { dryRun: true }, world.actors.responsible_contact)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(bring(file, {}, neighbour.actors.admin)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await now()).toEqual(briefing);
  });
});
