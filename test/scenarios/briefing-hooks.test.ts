// Incidents from elsewhere: a status page, or any program that signs. What they say becomes a draft, never more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '../../src/api/root';
import type { Briefing } from '../../src/domain/briefings/model';
import { getBriefing, listBriefings } from '../../src/domain/briefings/queries';
import { ringCall } from '../../src/domain/calls/ring-call';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { newId } from '../../src/kernel/ids';
import type { Answer } from '../support/ask';
import { startLanes, type Lanes } from '../support/lanes';
import { closedDoor, incident, notice, openDoor, signed, type SourceDoor } from '../support/source-door';
import { makeWorld, type World } from '../support/world';

let world: World;
let lanes: Lanes;
let signing: SourceDoor;
let page: SourceDoor;

beforeAll(async () => {
  world = await makeWorld();
  lanes = await startLanes(world);
  signing = await openDoor('generic', 'Monitoring', world);
  page = await openDoor('statuspage', 'Brightwater status', world);
});

afterAll(async () => {
  await lanes.stop();
  await world.stop();
});

const post = (raw: string, headers = signed(raw, signing.secret), path = signing.path) =>
  lanes.ask('POST', path, { raw, headers });

const report = (changes: object = {}): Promise<Answer> =>
  post(JSON.stringify({ id: newId(), headline: 'Payslips cannot be opened', ...changes }));

const notify = (payload: object): Promise<Answer> => lanes.ask('POST', page.path, { body: notice(payload) });

const idOf = (answer: Answer) => (answer.body as { briefingId: string }).briefingId;
const read = (answer: Answer): Promise<Briefing> => getBriefing(world.actors.author, idOf(answer));

async function countBriefings(): Promise<number> {
  const [row] = await world.ownerSql<{ count: number }[]>`select count(*)::integer as count from briefings`;
  return row?.count ?? NaN;
}

describe('a program that signs', () => {
  it('begins a draft with what it knows, and brings it up to date under the same name', async () => {
    const id = 'INC-4711';
    const first = await report({
      id,
      severity: 'high',
      status: 'identified',
      facts: [
        'The run of 6:00 failed.',
        { text: 'Nobody lost money.', source: 'Bank', knownAt: '2026-03-29T08:00:00+02:00' },
      ],
      statements: ['The transfer is correct.'],
      qa: [{ question: 'When will it work?', answer: 'Today.' }],
    });
    expect(first).toMatchObject({ status: 200, body: { draftRevision: 1 } });
    const briefing = await read(first);
    expect(briefing).toMatchObject({
      state: 'draft',
      headline: 'Payslips cannot be opened',
      severity: 'high',
      incidentStatus: 'identified',
      sourceName: 'Monitoring',
      draft: {
        facts: [
          { text: 'The run of 6:00 failed.', knownAt: null },
          { text: 'Nobody lost money.', source: 'Bank', knownAt: '2026-03-29T06:00:00.000Z' },
        ],
        statements: [{ text: 'The transfer is correct.' }],
      },
    });
    const second = await report({ id, status: 'resolved' });
    expect(second.body).toEqual({ briefingId: briefing.id, draftRevision: 2 });
    expect(await read(second)).toMatchObject({
      state: 'draft',
      incidentStatus: 'resolved',
      severity: 'high',
      draft: { qa: [{ answer: 'Today.' }] },
    });
  });

  it('that repeats itself changes nothing', async () => {
    const body = JSON.stringify({ id: 'twice', headline: 'Again', facts: ['One'] });
    const headers = signed(body, signing.secret);
    const [first, ...others] = [await post(body, headers), await post(body, headers), await post(body)];
    for (const other of others) expect(other.body).toEqual(first.body);
  });

  it('is refused where the signature, its time or the source is wrong: always in the same words', async () => {
    const before = await countBriefings();
    const body = JSON.stringify({ id: 'x', headline: 'Not theirs' });
    const headers = signed(body, signing.secret);
    const unsigned = { ...headers, 'webhook-signature': '' };
    const neighbour = await openDoor('generic', 'Their monitoring', await world.addTenant('Quay Answering'));
    const leaving = await closedDoor('generic', world);
    const minutes = (n: number) => new Date(Date.now() + n * 60_000);
    const refused = await Promise.all([
      post(body, unsigned),
      post(body, { ...headers, 'webhook-signature': 'v1,!!!' }),
      post(body, { ...headers, 'webhook-id': 'msg_another' }),
      post(JSON.stringify({ id: 'x', headline: 'Changed on the way' }), headers),
      post(body, signed(body, signing.secret, minutes(-10))),
      post(body, signed(body, signing.secret, minutes(10))),
      post(body, signed(body, neighbour.secret)),
      post(body, headers, neighbour.path),
      post(body, signed(body, leaving.secret), leaving.path),
      post(body, headers, `/api/hooks/briefings/${newId()}`),
      post(body, headers, '/api/hooks/briefings/no-uuid'),
      post(body, headers, `/api/hooks/briefings/${page.id}`),
    ]);
    for (const answer of refused) {
      expect(answer.status).toBe(401);
      expect(answer.text).toBe(refused[0]?.text);
    }
    expect(await countBriefings()).toBe(before);
  });

  it('is told what is wrong with a report, and nothing is entered', async () => {
    const before = await countBriefings();
    const given = { id: 'wrong', headline: 'Payslips' };
    const wrong: [string, number, string | null][] = [
      ['{"id":', 400, null],
      ['[]', 400, null],
      ['', 400, 'headline'],
      [JSON.stringify({ ...given, publish: true }), 400, ''],
      [JSON.stringify({ ...given, clientId: world.client.id }), 400, ''],
      [JSON.stringify({ ...given, facts: [{ text: 'x', html: '<b>' }] }), 400, 'facts.0'],
      [JSON.stringify({ ...given, id: '' }), 400, 'id'],
      [JSON.stringify({ ...given, id: 'x'.repeat(201) }), 400, 'id'],
      [JSON.stringify({ ...given, headline: ' ' }), 400, 'headline'],
      [JSON.stringify({ ...given, headline: 'x'.repeat(161) }), 400, 'headline'],
      [JSON.stringify({ ...given, severity: 'awful' }), 400, 'severity'],
      [JSON.stringify({ ...given, status: 'burning' }), 400, 'status'],
      [JSON.stringify({ ...given, facts: Array.from({ length: 61 }, () => 'x') }), 400, 'facts'],
      [JSON.stringify({ ...given, opening: 'NUL \u0000' }), 400, null],
      [JSON.stringify({ ...given, opening: 'half \ud83d' }), 400, null],
      [JSON.stringify({ ...given, opening: 'x'.repeat(300_000) }), 413, null],
    ];
    for (const [body, status, field] of wrong) {
      const answer = await post(body);
      expect([body.slice(0, 90), answer.status]).toEqual([body.slice(0, 90), status]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      if (field === null) continue;
      const { errors } = answer.body as { errors: { field: string }[] };
      expect(errors.map((error) => error.field)).toContain(field);
    }
    expect(await countBriefings()).toBe(before);
  });
});

describe('whatever comes in', () => {
  const markup = '<script>alert(1)</script> & **bold** <img src=x onerror=alert(1)>';

  it('is kept as plain text, letter by letter', async () => {
    const answers = [
      await report({ headline: markup, facts: [markup] }),
      await notify({ incident: incident({ name: markup, incident_updates: [{ body: markup }] }) }),
    ];
    for (const answer of answers) {
      const { draft, headline } = await read(answer);
      expect([headline, draft.facts[0]?.text]).toEqual([markup, markup]);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(answer.text).not.toContain('<');
    }
  });

  it('stays a draft of its own client: no version, nothing on a desk, nothing at a ring', async () => {
    const answers = [
      await report({ severity: 'critical' }),
      await notify({ incident: incident({ impact: 'critical' }) }),
    ];
    const versions = await world.ownerSql`select id from briefing_versions`;
    expect(versions).toEqual([]);
    expect((await getDeskSnapshot(world.actors.operator)).briefings).toEqual([]);
    const { briefing } = await ringCall(world.actors.operator, {
      from: 'anonymous',
      to: world.did.number,
      routeReason: 'overflow',
    });
    expect(briefing).toBeNull();
    const { items } = await listBriefings(world.actors.author, { limit: 100 });
    for (const answer of answers) {
      expect(items.find(({ id }) => id === idOf(answer))).toMatchObject({
        clientId: world.client.id,
        state: 'draft',
      });
    }
  });

  it('leaves a draft alone once a person has worked on it, and says so', async () => {
    const author = createCaller({ actor: world.actors.author, session: null });
    const change = incident();
    for (const [first, again] of [
      [await report({ id: 'taken over' }), () => report({ id: 'taken over', headline: 'All is well' })],
      [await notify({ incident: change }), () => notify({ incident: { ...change, name: 'All is well' } })],
    ] as const) {
      const briefing = await read(first);
      const { id: briefingId, draftRevision, draft } = briefing;
      await author.briefings.save({ ...draft, briefingId, draftRevision, closing: 'Thank you.' });
      const answer = await again();
      expect(answer).toMatchObject({ status: 200, body: { briefingId, ignored: true } });
      expect(await read(answer)).toMatchObject({ headline: briefing.headline, draftRevision: 2 });
    }
  });

  it('comes by POST alone', async () => {
    for (const path of [signing.path, page.path]) {
      for (const method of ['GET', 'PUT', 'DELETE']) expect((await lanes.ask(method, path)).status).toBe(404);
    }
  });
});
