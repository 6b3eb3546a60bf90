// What follows a review: what the client has to mend, many verdicts at once, what is begun again, and saved views.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import type { Verdict } from '../../src/domain/escalations/model';
import { getEscalation } from '../../src/domain/escalations/queries';
import { reopenEscalation } from '../../src/domain/escalations/reopen-escalation';
import { resolveEscalation } from '../../src/domain/escalations/resolve-escalation';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { listActions } from '../../src/domain/reviews/action-queries';
import { completeAction } from '../../src/domain/reviews/complete-action';
import { createAction } from '../../src/domain/reviews/create-action';
import { removeView } from '../../src/domain/reviews/remove-view';
import { reviewEscalations } from '../../src/domain/reviews/review-escalations';
import { countReviews, getReview } from '../../src/domain/reviews/review-queries';
import { saveView } from '../../src/domain/reviews/save-view';
import { listViews } from '../../src/domain/reviews/view-queries';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { reviewDesk } from '../support/review-desk';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let tenant: Tenant;
let desk: ReturnType<typeof reviewDesk>;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

beforeEach(async () => {
  // A client of its own for each story.
  tenant = await addClient(world, 'Brightwater Payroll');
  desk = reviewDesk(tenant);
});

const manager = () => tenant.actors.account_manager;
const operator = () => tenant.actors.operator;

describe('what the client has to mend', () => {
  it('is asked for with the verdict, seen by the client, and done once', async () => {
    const { id } = await desk.resolved();
    await desk.review(id, {
      verdict: 'wrong_person',
      action: { kind: 'contact_data', words: 'Tom left in May.' },
    });
    const [action] = (await listActions(tenant.actors.author, { limit: 50 })).items;
    expect(action).toMatchObject({
      kind: 'contact_data',
      words: 'Tom left in May.',
      escalationId: id,
      doneAt: null,
    });
    const actionId = action?.id ?? '';
    const done = await completeAction(tenant.actors.author, { actionId });
    expect(done).toMatchObject({ doneByName: tenant.actors.author.name });
    expect(await completeAction(manager(), { actionId })).toEqual(done);
    expect((await listActions(tenant.actors.author, { limit: 50 })).items).toEqual([]);
    expect((await getReview(manager(), id)).actions).toEqual([done]);
  });

  it('needs a client, and a retry writes no second one', async () => {
    const { id } = await desk.resolved();
    const action = { kind: 'briefing' as const, words: 'Name the office hours.' };
    const again = { escalationId: id, actionId: newId(), ...action };
    const [first, second] = [await createAction(manager(), again), await createAction(manager(), again)];
    expect(second).toEqual(first);
    await world.ownerSql`update escalations set client_id = null where id = ${id}`;
    await expect(createAction(manager(), { escalationId: id, ...action })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(desk.review(id, { action })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await getReview(manager(), id)).reviews).toEqual([]);
  });
});

describe('many at once', () => {
  const judgement = { verdict: 'not_needed' as Verdict, coachingNote: '' };
  const wanted = () => ({ clientId: tenant.client.id, reviewState: 'wanted' as const });

  it('those that were ticked: all of them, or none where one is not there', async () => {
    const [a, b, c] = [await desk.resolved('a'), await desk.resolved('b'), await desk.resolved('c')];
    await expect(
      reviewEscalations(manager(), { escalationIds: [a.id, newId()], ...judgement }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await desk.idsOf({ reviewState: 'wanted' })).toHaveLength(3);
    const { reviewed, bulkId } = await reviewEscalations(manager(), {
      escalationIds: [a.id, b.id, a.id],
      ...judgement,
    });
    expect(reviewed).toBe(2);
    expect(await desk.idsOf({ reviewState: 'wanted' })).toEqual([c.id]);
    expect((await getReview(manager(), b.id)).reviews).toMatchObject([{ verdict: 'not_needed', bulkId }]);
    expect((await getEscalation(manager(), b.id)).timeline.at(-1)).toMatchObject({ type: 'reviewed' });
  });

  it('all that match, if they are still about as many as were seen, and never more than ten thousand', async () => {
    const { id } = await desk.resolved();
    await world.ownerSql`
      insert into escalations select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(),
        'urgency', case when n <= 5214 then 'urgent' else 'routine' end))).*
      from escalations e, generate_series(2, 10001) n where e.id = ${id}`;
    await world.ownerSql`analyze escalations`;
    const judge = (filter: object, seenCount: number) =>
      reviewEscalations(manager(), { filter: { ...wanted(), ...filter }, seenCount, ...judgement });

    expect(await countReviews(manager(), wanted())).toEqual({ count: 10_001, isMore: false });
    await expect(judge({}, 10_001)).rejects.toMatchObject({ code: 'INVALID' });
    const urgent = { urgency: 'urgent' as const };
    expect(await countReviews(manager(), { ...wanted(), ...urgent })).toEqual({
      count: 5_214,
      isMore: false,
    });
    await expect(judge(urgent, 4_900)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: '5,214 match now; you saw 4,900. Look at the list again first.',
    });
    const { reviewed, bulkId } = await judge(urgent, 5_100);
    expect(reviewed).toBe(5_214);
    expect(await countReviews(manager(), { ...wanted(), ...urgent })).toEqual({ count: 0, isMore: false });
    expect(await countReviews(manager(), wanted())).toEqual({ count: 4_787, isMore: false });

    const [rows] = await world.ownerSql`
      select count(*)::int as reviews, count(distinct escalation_id)::int as escalations
      from escalation_reviews where bulk_id = ${bulkId}`;
    expect(rows).toEqual({ reviews: 5_214, escalations: 5_214 });
    const [lines] = await world.ownerSql`
      select count(*)::int as lines from escalation_events where client_id is null and type = 'reviewed'
        and words = 'Reviewed: not needed' and escalation_id in (select escalation_id from escalation_reviews where bulk_id = ${bulkId})`;
    expect(lines).toEqual({ lines: 5_214 });
    const audit = await world.ownerSql`
      select action, detail->'count' as count from audit_entries where subject_id = ${bulkId}`;
    expect([...audit]).toEqual([{ action: 'escalation.reviewed', count: 5_214 }]);
  });
});

describe('begun again', () => {
  it('tells people anew from the first step, by the policy as it was mended since', async () => {
    const { id } = await desk.resolved();
    await desk.review(id, { verdict: 'wrong_person' });
    await setPolicy(tenant.actors.admin, {
      clientId: tenant.client.id,
      steps: [{ targets: [{ type: 'contact', id: tenant.deputy.id }], delaySeconds: 300 }],
      cycles: 1,
      acknowledgementTimeoutSeconds: null,
    });
    const card = await reopenEscalation(manager(), { escalationId: id, words: 'It came back.' });
    expect(card).toMatchObject({
      state: 'open',
      cycle: 2,
      step: 1,
      resolvedAt: null,
      tried: [tenant.deputy.name],
    });
    const { timeline, deliveries } = await getEscalation(manager(), id);
    expect(timeline.map(({ type }) => type)).toContain('reopened');
    expect(timeline.find(({ type }) => type === 'reopened')?.words).toBe(
      'Begun again by The account manager: It came back.',
    );
    expect(deliveries.filter(({ cycle }) => cycle === 2)).toMatchObject([
      { recipientName: tenant.deputy.name, state: 'pending' },
    ]);
    expect(await desk.stateOf(id)).toBe('none');
    await acknowledgeEscalation(tenant.actors.client_admin, { escalationId: id, via: 'app' });
    await resolveEscalation(tenant.actors.client_admin, id);
    expect(await desk.stateOf(id)).toBe('wanted');
  });

  it('twice at once is once; not while somebody has it; and not by an operator', async () => {
    const { id } = await desk.started();
    await cancelEscalation(operator(), id);
    const again = { escalationId: id, words: 'It was no mistake.' };
    await expect(reopenEscalation(operator(), again)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await Promise.all([reopenEscalation(manager(), again), reopenEscalation(tenant.actors.admin, again)]);
    const { timeline } = await getEscalation(manager(), id);
    expect(timeline.filter(({ type }) => type === 'reopened')).toHaveLength(1);
    await acknowledgeEscalation(tenant.actors.client_admin, { escalationId: id, via: 'app' });
    await expect(reopenEscalation(manager(), again)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('saved views', () => {
  const view = (scope: 'personal' | 'team', name: string, query = 'review=wanted', actor = manager()) =>
    saveView(actor, { screen: 'escalations', scope, name, query });
  const namesOf = async (actor = manager()) =>
    (await listViews(actor, { screen: 'escalations' })).map(({ name }) => name);

  it('are the team’s or one’s own; the same name again keeps the new filters', async () => {
    const mine = await view('personal', 'Mine', 'late=1');
    const teams = await view('team', 'Ours');
    expect(await view('personal', 'Mine', 'urgency=emergency')).toMatchObject({ id: mine.id });
    expect(await listViews(manager(), { screen: 'escalations' })).toEqual([
      {
        id: mine.id,
        scope: 'personal',
        screen: 'escalations',
        name: 'Mine',
        query: 'urgency=emergency',
        isOwn: true,
      },
      { ...teams, isOwn: true },
    ]);
    expect(await namesOf(tenant.actors.admin)).toEqual(['Ours']);
    expect(await listViews(manager(), { screen: 'calls' })).toEqual([]);
    await expect(removeView(tenant.actors.admin, { viewId: mine.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await removeView(tenant.actors.admin, { viewId: teams.id });
    expect(await namesOf()).toEqual(['Mine']);
    await expect(view('team', 'Theirs', '', operator())).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
