// Calls are scored by the service's own form, and whoever is scored sees it and answers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerCall } from '../../src/domain/calls/answer-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { answerReview } from '../../src/domain/coaching/answer-review';
import { answerScore } from '../../src/domain/coaching/answer-score';
import { changeScore } from '../../src/domain/coaching/change-score';
import { markCoaching } from '../../src/domain/coaching/mark-coaching';
import { usualCriteria } from '../../src/domain/coaching/model';
import { listNotes, listOwnNotes } from '../../src/domain/coaching/note-queries';
import { listSamples } from '../../src/domain/coaching/sample-queries';
import { scoreCall } from '../../src/domain/coaching/score-call';
import { countUnseen, listOwnScores, listScores } from '../../src/domain/coaching/score-queries';
import { getScorecard, listScorecards } from '../../src/domain/coaching/scorecard-queries';
import { getScoring } from '../../src/domain/coaching/scoring-queries';
import { setScorecard } from '../../src/domain/coaching/set-scorecard';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { reviewEscalation } from '../../src/domain/reviews/review-escalation';
import type { Actor } from '../../src/kernel/actor';
import { colleague, filledIn, scored, wrappedUp } from '../support/coached-calls';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let operator: Actor;
let manager: Actor;

beforeAll(async () => {
  world = await makeWorld();
  ({ operator, account_manager: manager } = world.actors);
});

afterAll(() => world.stop());

const page = { limit: 50 };

describe('a call is scored', () => {
  it('by the trade’s form, criterion by criterion, and what applied makes the percentage', async () => {
    const call = await wrappedUp(world, operator);
    expect(await getScoring(manager, call.id)).toMatchObject({
      operatorName: 'The operator',
      problem: null,
      score: null,
      scorecard: { version: 0, criteria: usualCriteria },
      answerSeconds: expect.any(Number) as number,
      targetSeconds: 20,
    });
    const lines = filledIn('met', { listening: 'partly', promise: 'not_applicable', disposition: 'missed' });
    const score = await scoreCall(manager, { callId: call.id, version: 0, lines, words: 'Well done.' });
    // 12.5 of 15: all but half of 3 and the whole of 1; a promise was not to be given.
    expect(score).toMatchObject({
      percent: 83,
      operatorName: 'The operator',
      scoredByName: 'The account manager',
      words: 'Well done.',
      seenAt: null,
      answer: '',
    });
    expect(score.lines.find(({ id }) => id === 'listening')).toEqual({
      ...usualCriteria[2],
      mark: 'partly',
      words: '',
    });
    expect((await getScoring(manager, call.id)).score).toEqual(score);
    const asked = { state: 'scored' as const, operatorId: operator.id, limit: 100 };
    expect((await listSamples(manager, asked)).items).toMatchObject([{ callId: call.id }]);
  });

  it('once: the same again changes nothing, another opinion is refused with the name of the first', async () => {
    const { callId, id } = await scored(world, operator, manager);
    const same = { callId, version: 0, lines: filledIn('met').toReversed(), words: 'Keep the calm voice.' };
    expect(await scoreCall(manager, same)).toMatchObject({ id });
    await expect(scoreCall(manager, { ...same, words: 'Better.' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'The account manager has scored this call.',
    });
    await expect(scoreCall(world.actors.admin, same)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('by two at the same moment: one of them is told', async () => {
    const { id: callId } = await wrappedUp(world, operator);
    const input = { callId, version: 0, lines: filledIn('met'), words: '' };
    const both = await Promise.allSettled([scoreCall(manager, input), scoreCall(world.actors.admin, input)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CONFLICT' } });
  });

  it('only with a form that is filled in, and with words to what was missed', async () => {
    const { id: callId } = await wrappedUp(world, operator);
    const [first, ...rest] = filledIn('met');
    const missing = scoreCall(manager, { callId, version: 0, lines: rest, words: '' });
    await expect(missing).rejects.toMatchObject({
      code: 'INVALID',
      problems: [{ field: 'lines.answer.mark', words: expect.stringContaining('Answer time') as string }],
    });
    const wordless = [{ criterionId: first?.criterionId ?? '', mark: 'missed' as const, words: '' }, ...rest];
    await expect(
      scoreCall(manager, { callId, version: 0, lines: wordless, words: '' }),
    ).rejects.toMatchObject({
      code: 'INVALID',
      problems: [{ field: 'lines.answer.words' }],
    });
  });

  it('never by whoever answered it', async () => {
    const lead = await colleague(world, 'Lea Lead', 'account_manager');
    const { id: callId } = await wrappedUp(world, lead);
    const input = { callId, version: 0, lines: filledIn('met'), words: '' };
    await expect(scoreCall(lead, input)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'You answered this call yourself: somebody else must score it.',
    });
    expect((await getScoring(lead, callId)).problem).toContain('somebody else');
    expect(await scoreCall(manager, input)).toMatchObject({ operatorName: 'Lea Lead', percent: 100 });
  });

  it('not before it is wrapped up, nor when nobody of the staff answered it', async () => {
    const ring = { from: 'anonymous', to: world.did.number, routeReason: 'direct' as const };
    const { call } = await ringCall(operator, ring);
    const input = { callId: call.id, version: 0, lines: filledIn('met'), words: '' };
    await expect(scoreCall(manager, input)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('nobody to coach') as string,
    });
    await answerCall(operator, call.id);
    await expect(scoreCall(manager, input)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('not wrapped up') as string,
    });
    expect((await getScoring(manager, call.id)).problem).toContain('not wrapped up');
  });
});

describe('the form', () => {
  let service: Tenant;
  let lead: Actor;
  const own = [
    { id: 'greeting', name: 'Greeting', hint: 'As written.', weight: 1 },
    { id: 'warmth', name: 'Warmth', hint: '', weight: 3 },
  ];

  beforeAll(async () => {
    service = await world.addTenant('Lighthouse Calls');
    lead = service.actors.account_manager;
  });

  it('is the trade’s until the service writes its own; then calls are scored by that', async () => {
    expect(await getScorecard(service.actors.operator)).toMatchObject({ version: 0, createdAt: null });
    const old = await scored(service, service.actors.operator, lead);
    expect(await setScorecard(lead, { version: 0, criteria: own })).toMatchObject({
      version: 1,
      createdByName: 'The account manager',
    });
    const { id: callId } = await wrappedUp(service, service.actors.operator);
    const lines = [
      { criterionId: 'greeting', mark: 'met' as const, words: '' },
      { criterionId: 'warmth', mark: 'missed' as const, words: 'Read from the sheet.' },
    ];
    const score = await scoreCall(lead, { callId, version: 1, lines, words: '' });
    expect(score).toMatchObject({ percent: 25, lines: [own[0], own[1]] });
    // What was scored before keeps the criteria of then.
    const kept = (await listScores(lead, page)).items.find(({ id }) => id === old.id);
    expect(kept?.lines.map(({ id }) => id)).toEqual(usualCriteria.map(({ id }) => id));
    // The other answering service still has the trade's own.
    expect(await getScorecard(operator)).toMatchObject({ version: 0 });
  });

  it('that was on the screen counts, though it was changed meanwhile', async () => {
    const { id: callId } = await wrappedUp(service, service.actors.operator);
    await setScorecard(lead, {
      version: 1,
      criteria: [...own, { id: 'pace', name: 'Pace', hint: '', weight: 2 }],
    });
    const lines = own.map(({ id }) => ({ criterionId: id, mark: 'met' as const, words: '' }));
    expect(await scoreCall(lead, { callId, version: 1, lines, words: '' })).toMatchObject({ percent: 100 });
    const { id: next } = await wrappedUp(service, service.actors.operator);
    await expect(scoreCall(lead, { callId: next, version: 7, lines, words: '' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('keeps each of its versions, and two who change it at once do not undo one another', async () => {
    const { version, criteria } = await getScorecard(lead);
    expect(await setScorecard(lead, { version: 1, criteria: [...criteria] })).toMatchObject({ version });
    await expect(setScorecard(lead, { version: version - 1, criteria: own })).rejects.toMatchObject({
      code: 'STALE',
    });
    expect((await listScorecards(lead)).map((form) => form.version)).toEqual([2, 1, 0]);
  });
});

describe('whoever is scored', () => {
  it('is shown it, and has the last word', async () => {
    const ada = await colleague(world, 'Ada Able');
    const score = await scored(world, ada, manager, 'partly');
    expect(await countUnseen(ada)).toEqual({ scores: 1, notes: 0 });
    const { items } = await listOwnScores(ada, page);
    expect(items).toEqual([score]);
    expect(await markCoaching(ada, { scoreIds: [score.id], reviewIds: [] })).toEqual({ seen: 1 });
    expect(await markCoaching(ada, { scoreIds: [score.id], reviewIds: [] })).toEqual({ seen: 0 });
    expect(await countUnseen(ada)).toEqual({ scores: 0, notes: 0 });
    const answered = await answerScore(ada, { scoreId: score.id, words: 'The line was bad.' });
    expect(answered).toMatchObject({ answer: 'The line was bad.', percent: 50 });
    expect(answered.seenAt).not.toBeNull();
    expect((await listScores(manager, { ...page, operatorId: ada.id })).items).toEqual([answered]);
  });

  it('sees their own and nobody else’s, and answers for nobody else', async () => {
    const [ben, eve] = [await colleague(world, 'Ben Beside'), await colleague(world, 'Eve Elsewhere')];
    const { id: scoreId } = await scored(world, ben, manager);
    expect((await listOwnScores(eve, page)).items).toEqual([]);
    await expect(answerScore(eve, { scoreId, words: 'Mine.' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(answerScore(manager, { scoreId, words: 'Mine.' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await markCoaching(eve, { scoreIds: [scoreId], reviewIds: [] })).toEqual({ seen: 0 });
    await expect(listScores(eve, page)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(getScoring(eve, scoreId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is shown it again when it is marked anew, by the criteria of then and by nobody but the scorer', async () => {
    const fay = await colleague(world, 'Fay Fair');
    const score = await scored(world, fay, manager, 'missed');
    await answerScore(fay, { scoreId: score.id, words: 'I did read it back.' });
    const anew = {
      scoreId: score.id,
      lines: filledIn('missed', { read_back: 'met' }),
      words: 'You are right.',
    };
    await expect(changeScore(world.actors.admin, anew)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(changeScore(fay, anew)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await changeScore(manager, anew)).toMatchObject({
      percent: 11,
      words: 'You are right.',
      seenAt: null,
      answer: 'I did read it back.',
    });
    expect(await countUnseen(fay)).toEqual({ scores: 1, notes: 0 });
    expect(await changeScore(manager, anew)).toMatchObject({ percent: 11 });
    const [row] = await world.ownerSql<[{ detail: unknown }]>`
      select detail from audit_entries where action = 'score.changed' and subject_id = ${score.callId}`;
    expect(row.detail).toEqual({ before: 0, percent: 11 });
  });

  it('reads and answers the notes to their escalations, too', async () => {
    const gus = await colleague(world, 'Gus Good');
    const { id: escalationId } = await startEscalation(gus, {
      clientId: world.client.id,
      urgency: 'urgent',
      summary: 'The money is missing.',
    });
    const note = { escalationId, verdict: 'wrong_person' as const, coachingNote: 'Ask for payroll first.' };
    await reviewEscalation(manager, note);
    expect(await countUnseen(gus)).toEqual({ scores: 0, notes: 1 });
    const { items } = await listOwnNotes(gus, page);
    expect(items).toMatchObject([
      {
        escalationId,
        verdict: 'wrong_person',
        coachingNote: 'Ask for payroll first.',
        summary: 'The money is missing.',
      },
    ]);
    const reviewId = items[0]?.id ?? '';
    await expect(answerReview(operator, { reviewId, words: 'Mine.' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await answerReview(gus, { reviewId, words: 'They were at lunch.' });
    expect(await countUnseen(gus)).toEqual({ scores: 0, notes: 0 });
    expect((await listNotes(manager, { ...page, operatorId: gus.id })).items).toMatchObject([
      { answer: 'They were at lunch.', operatorName: 'Gus Good', reviewedByName: 'The account manager' },
    ]);
  });
});
