// What ended or is stuck, seen by an account manager: where it comes from, and what a verdict does.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engineActor } from '../../src/db/gate';
import { updateClient } from '../../src/domain/clients/update-client';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { advanceEscalation } from '../../src/domain/escalations/advance-escalation';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { getEscalation } from '../../src/domain/escalations/queries';
import { resolveEscalation } from '../../src/domain/escalations/resolve-escalation';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { listReviewsInput } from '../../src/domain/reviews/model';
import { countReviews, getReview, listReviews } from '../../src/domain/reviews/review-queries';
import { timings } from '../../src/domain/reviews/timings';
import { HOUR, MINUTE } from '../../src/kernel/duration';
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

describe('the inbox', () => {
  it('holds what ended, however it ended, and nothing that is under way', async () => {
    const [open, done, off] = [await desk.started(), await desk.resolved(), await desk.started()];
    await cancelEscalation(operator(), off.id);
    expect(await desk.idsOf({ reviewState: 'wanted' })).toEqual([off.id, done.id]);
    await setPolicy(tenant.actors.admin, {
      clientId: tenant.client.id,
      steps: [{ targets: [{ type: 'contact', id: tenant.contact.id }], delaySeconds: 60 }],
      cycles: 1,
      acknowledgementTimeoutSeconds: null,
    });
    const lonely = await desk.started('Nobody answers.');
    await world.moveClock(2 * MINUTE);
    await advanceEscalation(engineActor(tenant.organizationId), lonely.id);
    expect(await desk.list({ reviewState: 'wanted', state: 'unanswered' })).toMatchObject([
      { id: lonely.id },
    ]);
    expect(await desk.idsOf({ reviewState: 'none' })).toEqual([open.id]);
  });

  it('holds what was begun again for the second time: it is stuck, though it has not ended', async () => {
    await setPolicy(tenant.actors.admin, {
      clientId: tenant.client.id,
      steps: [{ targets: [{ type: 'contact', id: tenant.contact.id }], delaySeconds: 600 }],
      cycles: 1,
      acknowledgementTimeoutSeconds: 3_600,
    });
    const { id } = await desk.started();
    for (const expected of ['none', 'wanted'] as const) {
      await acknowledgeEscalation(tenant.actors.client_admin, { escalationId: id, via: 'app' });
      await world.moveClock(HOUR + MINUTE);
      await advanceEscalation(engineActor(tenant.organizationId), id);
      expect((await getEscalation(manager(), id)).state).toBe('open');
      expect(await desk.stateOf(id)).toBe(expected);
    }
  });

  it('tells of each how long it took, against what this client was promised', async () => {
    const { client } = tenant;
    const urgent = { deliverSeconds: 60, acknowledgeSeconds: 600, resolveSeconds: 3_600 };
    const escalationTargets = { ...client.escalationTargets, urgent };
    await updateClient(tenant.actors.admin, { clientId: client.id, escalationTargets });
    const { id } = await desk.started();
    await world.moveClock(15 * MINUTE);
    await acknowledgeEscalation(tenant.actors.client_admin, { escalationId: id, via: 'app' });
    await world.moveClock(15 * MINUTE);
    await resolveEscalation(tenant.actors.client_admin, id);
    const page = await getReview(manager(), id);
    expect(page.targets).toEqual(urgent);
    const [deliver, acknowledge, resolve] = timings(page, await world.readClock());
    expect(deliver).toMatchObject({ tookSeconds: null, fate: 'none' });
    expect(acknowledge).toMatchObject({ targetSeconds: 600, fate: 'missed' });
    expect(Math.round((acknowledge?.tookSeconds ?? 0) / 60)).toBe(15);
    expect(resolve).toMatchObject({ targetSeconds: 3_600, fate: 'met' });
    expect(Math.round((resolve?.tookSeconds ?? 0) / 60)).toBe(30);
  });

  it('finds what is late by the same rule in the database as on the screen', async () => {
    const targets = { deliverSeconds: 60, acknowledgeSeconds: 600, resolveSeconds: 3_600 };
    await updateClient(tenant.actors.admin, {
      clientId: tenant.client.id,
      escalationTargets: { routine: targets, urgent: targets, emergency: targets },
    });
    const { id } = await desk.started();
    const after = [null, 59, 60, 61, 599, 601, 3_599, 3_601];
    const states = ['open', 'acknowledged', 'resolved', 'cancelled', 'unanswered'];
    await world.ownerSql`
      insert into escalations
      select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'state', s, 'next_step_due_at', null,
        'started_at', e.started_at - make_interval(secs => age), 'first_sent_at', e.started_at + make_interval(secs => f - age),
        'acknowledged_at', e.started_at + make_interval(secs => a - age), 'resolved_at', e.started_at + make_interval(secs => r - age)))).*
      from escalations e, unnest(${states}::text[]) s, unnest(${[0, 300, 900, 7_200]}::int[]) age,
        unnest(${after}::int[]) f, unnest(${[null, 599, 601]}::int[]) a, unnest(${[null, 3_599, 3_601]}::int[]) r
      where e.id = ${id}`;
    const { actors, client } = tenant;
    const pageOf = async (filter: object) => {
      const rows = [];
      let cursor: string | undefined;
      do {
        const input = listReviewsInput.parse({ clientId: client.id, limit: 500, cursor, ...filter });
        const page = await listReviews(actors.admin, input);
        rows.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return rows;
    };
    const all = await pageOf({});
    expect(all).toHaveLength(5 * 4 * 8 * 3 * 3 + 1);
    const now = await world.readClock();
    const late = all.filter((row) => timings(row, now).some(({ fate }) => fate === 'missed'));
    const ids = (rows: { id: string }[]) => new Set(rows.map((row) => row.id));
    expect(ids(await pageOf({ isLate: true }))).toEqual(ids(late));
    expect((await pageOf({ isLate: false })).length).toBe(all.length - late.length);
    expect(late.length).toBeGreaterThan(100);
    expect(await countReviews(actors.admin, { clientId: client.id, isLate: true })).toEqual({
      count: late.length,
      isMore: false,
    });
  });

  it('can be narrowed by everything that is asked of it', async () => {
    const [first, second] = [await desk.resolved('first'), await desk.resolved('second')];
    await desk.review(first.id, { verdict: 'wrong_person' });
    expect(await desk.idsOf({ verdict: 'wrong_person' })).toEqual([first.id]);
    expect(await desk.idsOf({ reviewState: 'reviewed' })).toEqual([first.id]);
    expect(await desk.idsOf({ operatorId: operator().id })).toEqual([second.id, first.id]);
    expect(await desk.idsOf({ operatorId: newId() })).toEqual([]);
    expect(await desk.idsOf({ urgency: 'emergency' })).toEqual([]);
    const between = first.startedAt.toISOString();
    expect(await desk.idsOf({ to: between })).toEqual([]);
    expect(await desk.idsOf({ from: between })).toEqual([second.id, first.id]);
  });
});

describe('a verdict', () => {
  it('takes it out of the inbox, and the newest counts; all of them stay on record', async () => {
    const { id } = await desk.resolved();
    await desk.review(id, { verdict: 'too_slow', coachingNote: 'Ring the deputy at once.' });
    await desk.review(id, { verdict: 'well_handled' }, tenant.actors.admin);
    const { reviewState, reviewWantedAt, verdict, reviews } = await getReview(manager(), id);
    expect({ reviewState, reviewWantedAt, verdict }).toEqual({
      reviewState: 'reviewed',
      reviewWantedAt: null,
      verdict: 'well_handled',
    });
    expect(reviews).toMatchObject([
      { verdict: 'well_handled', reviewedByName: 'The admin', coachingNote: '' },
      {
        verdict: 'too_slow',
        reviewedByName: 'The account manager',
        coachingNote: 'Ring the deputy at once.',
        operatorId: operator().id,
        bulkId: null,
      },
    ]);
  });

  it('is the staff’s own: the client does not read of it in the timeline', async () => {
    const { id } = await desk.resolved();
    await desk.review(id);
    const told = async (actor = manager()) =>
      (await getEscalation(actor, id)).timeline.filter(({ type }) => type === 'reviewed');
    expect(await told()).toMatchObject([{ words: 'Reviewed: too slow', byName: 'The account manager' }]);
    expect(await told(tenant.actors.client_admin)).toEqual([]);
    await expect(getReview(tenant.actors.client_admin, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('given twice by the same press is one', async () => {
    const { id } = await desk.resolved();
    const [first, ...others] = await Promise.all(
      [1, 2, 3].map(() => desk.review(id, { coachingNote: 'Once.' })),
    );
    for (const other of others) expect(other).toEqual(first);
    expect((await getReview(manager(), id)).reviews).toHaveLength(1);
  });

  it('while it is under way counts until it ends: then it is looked at again', async () => {
    const { id } = await desk.started();
    await desk.review(id, { verdict: 'wrong_information' });
    expect(await desk.stateOf(id)).toBe('reviewed');
    await acknowledgeEscalation(tenant.actors.client_admin, { escalationId: id, via: 'app' });
    expect(await desk.stateOf(id)).toBe('reviewed');
    await resolveEscalation(tenant.actors.client_admin, id);
    expect(await getReview(manager(), id)).toMatchObject({
      reviewState: 'wanted',
      verdict: 'wrong_information',
    });
  });

  it('coaches nobody where a program began it', async () => {
    const program = { ...operator(), kind: 'api_key' as const, id: newId(), name: 'Phones' };
    const { id } = await startEscalation(program, {
      clientId: tenant.client.id,
      urgency: 'urgent',
      summary: 'x',
    });
    expect(await desk.review(id, { coachingNote: 'Who?' })).toMatchObject({ operatorId: null });
  });
});
