// An account manager at the end of the day: by REST, as a program would, and as a file for the spreadsheet.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { clientRoles, type Role } from '../../src/kernel/actor';
import { ask as askProcedure } from '../support/caller';
import { startLanes, type Lanes } from '../support/lanes';
import { signIn } from '../support/sign-in';
import { closedCall } from '../support/told-client';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let neighbour: Tenant;
let lanes: Lanes;

beforeAll(async () => {
  world = await makeWorld();
  neighbour = await world.addTenant('Lighthouse Calls');
  lanes = await startLanes(world);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

const EVIL = '=HYPERLINK("https://x.example","Salary")';

async function say<Body>(
  status: number,
  method: string,
  path: string,
  body?: unknown,
  key = world.keys.admin,
) {
  const answer = await lanes.ask(method, `/api/v1${path}`, { key, ...(body !== undefined && { body }) });
  if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer.body as Body;
}

async function over(tenant: Tenant, summary: string): Promise<string> {
  const { operator } = tenant.actors;
  const { id } = await startEscalation(operator, { clientId: tenant.client.id, urgency: 'urgent', summary });
  await cancelEscalation(operator, id);
  return id;
}

async function csv(role: Role, path: string) {
  const { cookie } = await signIn(world.actors[role]);
  const answer = await lanes.ask('GET', `/api/export/${path}`, { headers: { cookie } });
  if (answer.status !== 200) return { status: answer.status, rows: [] };
  const rows = parse<Record<string, string>>(answer.text, { bom: true, columns: true });
  return { status: answer.status, rows, headers: answer.headers };
}

describe('an escalation that ended', () => {
  it('is judged, mended by the client, and begun again when it was not over', async () => {
    const id = await over(world, 'Salaries were paid twice.');
    const review = await say(200, 'POST', `/escalations/${id}/review`, {
      verdict: 'wrong_person',
      coachingNote: 'Tom has not been on duty since May.',
      action: { kind: 'contact_data', words: 'Take Tom off the list.' },
    });
    expect(review).toMatchObject({ verdict: 'wrong_person', reviewedByName: 'admin' });
    const { timeline } = await say<{ timeline: { type: string; words: string }[] }>(
      200,
      'GET',
      `/escalations/${id}`,
    );
    expect(timeline.at(-1)).toMatchObject({ type: 'reviewed', words: 'Reviewed: wrong person' });
    await say(403, 'POST', `/escalations/${id}/review`, { verdict: 'not_needed' }, world.keys.operator);
    await say(400, 'POST', `/escalations/${id}/review`, { verdict: 'splendid' });

    expect(await say(200, 'POST', `/escalations/${id}/reopen`, { words: 'It came back.' })).toMatchObject({
      state: 'open',
      cycle: 2,
      step: 1,
    });
    await say(400, 'POST', `/escalations/${id}/reopen`, { words: ' ' });
    await say(200, 'POST', `/escalations/${id}/acknowledge`, {});
    await say(409, 'POST', `/escalations/${id}/reopen`, { words: 'Again.' });
  });
});

describe('all that match', () => {
  it('get one verdict, by the count that was seen', async () => {
    const { account_manager: manager, operator } = world.actors;
    for (const n of [1, 2, 3]) await over(world, `Tried by mistake ${n}`);
    const filter = { reviewState: 'wanted', state: 'cancelled' };
    const seen = await askProcedure(manager, 'reviews.count', filter);
    const { count } = (seen as { value: { count: number } }).value;
    expect(count).toBeGreaterThanOrEqual(3);
    const judge = (seenCount: number, actor = manager) =>
      askProcedure(actor, 'reviews.reviewMany', { filter, seenCount, verdict: 'not_needed' });
    expect(await judge(count + 5)).toMatchObject({ refused: { code: 'CONFLICT' } });
    expect(await judge(count, operator)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
    expect(await judge(count)).toMatchObject({ value: { reviewed: count } });
    expect(await askProcedure(manager, 'reviews.count', filter)).toEqual({
      value: { count: 0, isMore: false },
    });
    const { rows } = await csv('account_manager', 'escalations.csv?verdict=not_needed');
    expect(rows).toHaveLength(count);
  });
});

describe('the file for the spreadsheet', () => {
  it('has what is filtered, and runs nothing', async () => {
    const id = await over(world, EVIL);
    await over(neighbour, 'Theirs');
    const { rows, headers } = await csv('account_manager', 'escalations.csv?reviewState=wanted');
    expect(headers?.get('content-disposition')).toBe('attachment; filename="escalations.csv"');
    expect(headers?.get('cache-control')).toBe('no-store');
    expect(headers?.get('x-content-type-options')).toBe('nosniff');
    expect(rows).toMatchObject([
      {
        Id: id,
        Client: 'Brightwater Payroll',
        'Time zone': 'Europe/Berlin',
        Summary: `'${EVIL}`,
        State: 'cancelled',
        'Target to acknowledge': '900',
        Review: 'wanted',
        Verdict: '',
      },
    ]);
    expect(rows[0]?.Started).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    const [audit] = await world.ownerSql`
      select actor_name as by, detail from audit_entries where action = 'list.exported' order by id desc limit 1`;
    expect(audit).toEqual({
      by: 'The account manager',
      detail: { list: 'escalations', filters: ['reviewState'] },
    });
  });

  it('of calls and messages holds more rows than one batch, each once, and a client’s own alone', async () => {
    await closedCall(world);
    await closedCall(neighbour);
    await world.ownerSql`
      insert into calls (organization_id, id, client_id, source, dnis, ani, is_ani_valid, route_reason, answer_phrase, ring_at, caller_name)
      select ${world.organizationId}, gen_random_uuid(), case when n % 2 = 0 then ${world.client.id}::uuid end, 'desk',
        '+493055551000', '+4915112345678', true, 'direct', '', app_now(), ${EVIL} from generate_series(1, 1100) n`;
    const all = await csv('admin', 'calls.csv');
    expect(all.rows).toHaveLength(1_101);
    expect(new Set(all.rows.map(({ Id }) => Id)).size).toBe(1_101);
    expect(all.rows.filter((row) => row['Caller name'] === `'${EVIL}`)).toHaveLength(1_100);
    expect(all.rows[0]?.['Caller number']).toBe("'+4915112345678");
    for (const role of clientRoles) expect((await csv(role, 'calls.csv')).rows, role).toHaveLength(551);
    expect((await csv('operator', `calls.csv?clientId=${neighbour.client.id}`)).rows).toEqual([]);
    expect((await csv('admin', 'messages.csv')).rows).toMatchObject([
      { Client: 'Brightwater Payroll', Found: '' },
    ]);
  });

  it('is for whoever may read the list; unknown filters and lists are refused', async () => {
    for (const role of ['operator', ...clientRoles] as const) {
      expect((await csv(role, 'escalations.csv')).status, role).toBe(403);
    }
    expect((await csv('admin', 'escalations.csv?color=red')).status).toBe(400);
    expect((await csv('admin', 'contacts.csv')).status).toBe(404);
    expect((await lanes.ask('GET', '/api/export/calls.csv')).status).toBe(401);
    const byKey = await lanes.ask('GET', '/api/export/escalations.csv', { key: world.keys.admin });
    expect(byKey.status).toBe(200);
  });
});
