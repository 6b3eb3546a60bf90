// Programs outside that begin drafts: who lets them in, and how long a draft is theirs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaller } from '../../src/api/root';
import { database } from '../../src/db/client';
import { findBriefingSource } from '../../src/db/gate';
import { saveBriefingInput, type Briefing } from '../../src/domain/briefings/model';
import { getBriefing } from '../../src/domain/briefings/queries';
import { publishBriefing } from '../../src/domain/briefings/publish-briefing';
import { saveBriefing } from '../../src/domain/briefings/save-briefing';
import { submitBriefing } from '../../src/domain/briefings/submit-briefing';
import { createSource } from '../../src/domain/sources/create-source';
import { listSources } from '../../src/domain/sources/queries';
import { receiveBriefing } from '../../src/domain/sources/receive-briefing';
import { revokeSource } from '../../src/domain/sources/revoke-source';
import type { Actor } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let source: Actor;

beforeAll(async () => {
  world = await makeWorld();
  source = await newSource();
});

afterAll(() => world.stop());

async function newSource(tenant: Tenant = world, name = 'Acme Status'): Promise<Actor> {
  const made = await createSource(tenant.actors.admin, {
    clientId: tenant.client.id,
    kind: 'generic',
    name,
    sealedSecret: 'sealed',
  });
  const door = await findBriefingSource(database().sql, made.id);
  if (door === null) throw new Error('The source has no door.');
  return door.actor;
}

const headline = 'Payslips cannot be opened';
const report = (externalId: string, content: object = {}) =>
  receiveBriefing(source, { externalId, content: { headline, ...content } });
const read = (briefingId: string): Promise<Briefing> => getBriefing(world.actors.author, briefingId);

describe('a source', () => {
  it('is let in by people who may: the client’s admin, account managers and admins; each sees the secret once', async () => {
    for (const role of ['client_admin', 'account_manager', 'admin'] as const) {
      const caller = createCaller({ actor: world.actors[role], session: null });
      const input = { clientId: world.client.id, kind: 'generic', name: role } as const;
      const made = await caller.sources.create(input);
      expect(made.secret).toMatch(/^whsec_[\w+/]{43}=$/);
      expect(made.url).toBe(`https://calm.example/api/hooks/briefings/${made.source.id}`);
      const page = await caller.sources.create({ ...input, kind: 'statuspage' });
      expect(page.url).toBe(`https://calm.example/api/hooks/statuspage/${page.source.id}/${page.secret}`);
      const listed = JSON.stringify(await caller.sources.list({ clientId: world.client.id }));
      for (const { secret } of [made, page]) expect(listed).not.toContain(secret);
    }
    const stored = await world.ownerSql<
      { sealed: string }[]
    >`select sealed_secret as sealed from briefing_sources`;
    for (const { sealed } of stored) expect(sealed).not.toMatch(/^whsec_/);
  });

  it('is nobody else’s to make, see or revoke', async () => {
    const input = { clientId: world.client.id, kind: 'generic' as const, name: 'x', sealedSecret: 'x' };
    const others: Actor[] = [
      world.actors.operator,
      world.actors.author,
      world.actors.responsible_contact,
      { ...world.actors.admin, kind: 'api_key' },
      source,
    ];
    for (const actor of others) {
      const forbidden = { code: 'FORBIDDEN' };
      await expect(createSource(actor, input)).rejects.toMatchObject(forbidden);
      await expect(listSources(actor, { clientId: world.client.id })).rejects.toMatchObject(forbidden);
      await expect(revokeSource(actor, { sourceId: source.id })).rejects.toMatchObject(forbidden);
    }
    const neighbour = await world.addTenant('Quay Answering');
    const other = await addClient(world, 'Northgate Clinic');
    await expect(revokeSource(other.actors.client_admin, { sourceId: source.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { admin } = neighbour.actors;
    for (const attempt of [
      () => createSource(admin, input),
      () => listSources(admin, { clientId: world.client.id }),
      () => revokeSource(admin, { sourceId: source.id }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('that was revoked has no door any more, and its drafts stay', async () => {
    const leaving = await newSource();
    const { briefingId } = await receiveBriefing(leaving, { externalId: 'i-1', content: { headline } });
    const revoked = await revokeSource(world.actors.client_admin, { sourceId: leaving.id });
    expect(revoked.isRevoked).toBe(true);
    expect(await findBriefingSource(database().sql, leaving.id)).toBeNull();
    // One that knocked just before finds nobody in.
    await expect(
      receiveBriefing(leaving, { externalId: 'i-2', content: { headline } }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await revokeSource(world.actors.admin, { sourceId: leaving.id })).toEqual(revoked);
    expect((await read(briefingId)).state).toBe('draft');
  });
});

describe('a report', () => {
  it('makes a draft in the source’s name, which nobody is told by the phone', async () => {
    const received = await report('new', { facts: [{ text: 'Since 6:00', source: '', knownAt: null }] });
    expect(received).toMatchObject({ draftRevision: 1, isIgnored: false });
    const briefing = await read(received.briefingId);
    expect(briefing).toMatchObject({
      state: 'draft',
      currentVersion: 0,
      published: null,
      review: 'none',
      headline,
      severity: 'medium',
      sourceName: 'Acme Status',
      updatedByName: 'Acme Status',
      clientId: world.client.id,
    });
    const [seen] = await listSources(world.actors.admin, { clientId: world.client.id });
    expect(seen?.lastReceivedAt).toBeInstanceOf(Date);
    const [event] = await world.ownerSql<{ type: string }[]>`
      select type from live_events where payload->'json'->'briefing'->>'id' = ${briefing.id}`;
    expect(event?.type).toBe('briefing.saved');
  });

  it('that is repeated changes nothing; a later one brings the same draft up to date', async () => {
    const first = await report('again', { facts: [{ text: 'Since 6:00', source: '', knownAt: null }] });
    const repeated = await report('again', { facts: [{ text: 'Since 6:00', source: '', knownAt: null }] });
    expect(repeated).toEqual(first);
    const later = await report('again', { severity: 'high' });
    expect(later).toEqual({ ...first, draftRevision: 2 });
    const briefing = await read(first.briefingId);
    expect(briefing.draft).toMatchObject({ severity: 'high', facts: [{ text: 'Since 6:00' }] });
  });

  it('of another source about an incident of the same name is about another incident', async () => {
    const second = await newSource(world, 'Acme Status');
    const [a, b] = await Promise.all([
      report('shared'),
      receiveBriefing(second, { externalId: 'shared', content: { headline } }),
    ]);
    expect(a.briefingId).not.toBe(b.briefingId);
  });

  it('sent several times at the same instant makes one draft', async () => {
    const received = await Promise.all(Array.from({ length: 5 }, () => report('at once')));
    expect(new Set(received.map(({ briefingId }) => briefingId)).size).toBe(1);
    expect(new Set(received.map(({ draftRevision }) => draftRevision))).toEqual(new Set([1]));
  });

  const takenOver: [string, (briefing: Briefing) => Promise<unknown>][] = [
    [
      'saved by a person',
      ({ id, draft, draftRevision }) =>
        saveBriefing(
          world.actors.author,
          saveBriefingInput.parse({ ...draft, briefingId: id, draftRevision }),
        ),
    ],
    [
      'saved by a program with the source’s own name',
      ({ id, draft, draftRevision }) =>
        saveBriefing(
          { ...world.actors.author, kind: 'api_key', id: newId(), name: 'Acme Status' },
          saveBriefingInput.parse({ ...draft, briefingId: id, draftRevision }),
        ),
    ],
    ['submitted', ({ id }) => submitBriefing(world.actors.author, { briefingId: id })],
    ['published', ({ id }) => publishBriefing(world.actors.author, { briefingId: id, emergency: false })],
  ];

  it.each(takenOver)('changes nothing once the draft was %s', async (what, takeOver) => {
    const { briefingId } = await report(what, { opening: 'I know about the payslips.' });
    await takeOver(await read(briefingId));
    const before = await read(briefingId);
    const { draftRevision } = before;
    expect(await report(what, { headline: 'All is well' })).toEqual({
      briefingId,
      draftRevision,
      isIgnored: true,
    });
    expect(await read(briefingId)).toEqual(before);
    const [audit] = await world.ownerSql`
      select actor_kind, actor_name from audit_entries where action = 'report.ignored' and subject_id = ${briefingId}`;
    expect(audit).toEqual({ actor_kind: 'source', actor_name: 'Acme Status' });
  });
});
