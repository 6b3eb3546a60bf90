// Every procedure, asked with ids of somebody else: the answer is the one for ids that nothing has.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientRoles, type Actor } from '../../src/kernel/actor';
import { addClient, busyDay, nobodysDay, type BusyDay } from '../support/busy-day';
import { ask, proceduresOf, type Answer } from '../support/caller';
import { makeWorld, type Tenant, type World } from '../support/world';

/**
 * What an admin is told about the other answering service.
 * - a code: refused with it, for foreign ids and for ids that nothing has alike
 * - `own`: names no id of anybody, and answers with what is one's own
 * - `none`: an empty list
 * - `apart`: makes something of one's own, which has nothing to do with the other's
 */
type Expected = 'NOT_FOUND' | 'INVALID' | 'own' | 'none' | 'apart';
type Case = [expected: Expected, input?: (theirs: BusyDay) => unknown];

const briefing = { headline: 'Ours now', opening: 'Hello.' };
const questionFile = { draftRevision: 1, format: 'csv', text: 'question,answer\nWhy?,Ours.' };
const asAuthor = { role: 'author', name: 'Mallory' };
const withdrawal = { reason: 'Ours now', callBack: true };
const statementOf = ({ briefingId, statementId }: BusyDay) => ({ briefingId, statementId });
const contactStep = (id: string) => ({ targets: [{ type: 'contact', id }], delaySeconds: 60 });

const table: Record<string, Case> = {
  'session.me': ['own'],
  'sessions.list': ['own'],
  'sessions.revoke': ['NOT_FOUND', ({ sessionId }) => ({ sessionId })],
  'members.list': ['own'],
  'members.create': ['NOT_FOUND', ({ clientId }) => ({ ...asAuthor, email: 'm@mallory.example', clientId })],
  'members.resetPassword': ['NOT_FOUND', ({ memberId }) => ({ memberId })],
  'members.disable': ['NOT_FOUND', ({ memberId }) => ({ memberId })],
  'apiKeys.list': ['own'],
  'apiKeys.create': ['NOT_FOUND', ({ clientId }) => ({ ...asAuthor, clientId })],
  'apiKeys.revoke': ['NOT_FOUND', ({ apiKeyId }) => ({ apiKeyId })],
  'clients.list': ['own', () => ({})],
  'clients.get': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  'clients.create': ['apart', () => ({ name: 'Brightwater Payroll' })],
  'clients.update': ['NOT_FOUND', ({ clientId }) => ({ clientId, name: 'Ours now' })],
  'dids.list': ['none', ({ clientId }) => ({ clientId })],
  'dids.add': ['NOT_FOUND', ({ clientId }) => ({ clientId, number: '+493055559999' })],
  'dids.update': ['NOT_FOUND', ({ didId }) => ({ didId, label: 'Ours now' })],
  'dids.remove': ['NOT_FOUND', ({ didId }) => ({ didId })],
  'connections.list': ['own'],
  'connections.create': ['apart', () => ({ name: 'A switch', kind: 'generic' })],
  'contacts.list': ['none', ({ clientId }) => ({ clientId })],
  'contacts.create': ['NOT_FOUND', ({ clientId }) => ({ clientId, name: 'Mallory' })],
  'contacts.update': ['NOT_FOUND', ({ contactId }) => ({ contactId, name: 'Mallory', methods: [] })],
  'contacts.remove': ['NOT_FOUND', ({ contactId }) => ({ contactId })],
  'briefings.list': ['none', ({ clientId }) => ({ clientId })],
  'briefings.get': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'briefings.versions': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'briefings.create': ['NOT_FOUND', ({ clientId }) => ({ ...briefing, clientId, publish: true })],
  'briefings.save': ['NOT_FOUND', ({ briefingId }) => ({ ...briefing, briefingId, draftRevision: 1 })],
  'briefings.replace': ['NOT_FOUND', ({ briefingId }) => ({ ...briefing, briefingId, version: 1 })],
  'briefings.submit': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'briefings.approve': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'briefings.reject': ['NOT_FOUND', ({ briefingId }) => ({ briefingId, words: 'Ours now' })],
  'briefings.withdraw': ['NOT_FOUND', ({ briefingId }) => ({ briefingId, reason: 'Ours now' })],
  'briefings.reach': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'briefings.confirm': ['NOT_FOUND', ({ briefingVersionId }) => ({ versionId: briefingVersionId })],
  'briefings.importQuestions': ['NOT_FOUND', ({ briefingId }) => ({ briefingId, ...questionFile })],
  'briefings.publish': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'briefings.resolve': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'recalls.withdrawStatement': ['NOT_FOUND', (theirs) => ({ ...statementOf(theirs), ...withdrawal })],
  'recalls.toldCount': ['NOT_FOUND', statementOf],
  'recalls.list': ['none', ({ clientId }) => ({ clientId })],
  'recalls.get': ['NOT_FOUND', ({ recallId }) => ({ recallId })],
  'recalls.callers': ['NOT_FOUND', ({ recallId }) => ({ recallId })],
  'told.list': ['NOT_FOUND', ({ briefingId }) => ({ briefingId })],
  'callbacks.list': ['none', ({ recallId }) => ({ causeId: recallId })],
  'callbacks.claim': ['NOT_FOUND', ({ callbackId }) => ({ callbackId })],
  'callbacks.release': ['NOT_FOUND', ({ callbackId }) => ({ callbackId })],
  'callbacks.recordTry': ['NOT_FOUND', ({ callbackId }) => ({ callbackId, outcome: 'reached' })],
  'calls.list': ['none', ({ clientId, briefingId }) => ({ clientId, briefingId })],
  'calls.get': ['NOT_FOUND', ({ callId }) => ({ callId })],
  'calls.ring': [
    'apart',
    ({ callId }) => ({ from: 'anonymous', to: '+493055551000', providerCallId: callId }),
  ],
  'calls.pop': [
    'apart',
    ({ callId }) => ({ from: 'anonymous', to: '+493055551000', providerCallId: `p ${callId}` }),
  ],
  'calls.answer': ['NOT_FOUND', ({ callId }) => ({ callId })],
  'calls.update': ['NOT_FOUND', ({ callId }) => ({ callId, callerName: 'Mallory' })],
  'calls.recordEvent': ['NOT_FOUND', ({ callId }) => ({ callId, type: 'ended' })],
  'calls.addNote': ['NOT_FOUND', ({ callId, noteId }) => ({ callId, noteId, text: 'Ours now' })],
  'calls.saveNoteDraft': ['NOT_FOUND', ({ callId }) => ({ callId, text: 'Ours now' })],
  'calls.tellStatements': [
    'NOT_FOUND',
    ({ callId, statementId }) => ({ callId, statementIds: [statementId] }),
  ],
  'calls.askQuestion': ['NOT_FOUND', ({ callId }) => ({ callId, text: 'Whose is it?' })],
  'calls.readBack': ['NOT_FOUND', ({ callId }) => ({ callId, resolution: 'agreed' })],
  'calls.close': ['NOT_FOUND', ({ callId }) => ({ callId, disposition: 'informed' })],
  'desk.snapshot': ['own'],
  'escalations.list': ['none', ({ clientId, callId }) => ({ clientId, callId })],
  'escalations.get': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'escalations.preview': ['NOT_FOUND', ({ callId }) => ({ callId })],
  'escalations.start': ['NOT_FOUND', ({ callId }) => ({ callId, summary: 'Ours now' })],
  'escalations.acknowledge': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'escalations.decline': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'escalations.resolve': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'escalations.cancel': ['NOT_FOUND', ({ escalationId }) => ({ escalationId })],
  'questions.groups': ['none', ({ briefingId }) => ({ briefingId })],
  'questions.answer': [
    'NOT_FOUND',
    ({ questionId }) => ({ groupId: questionId, question: 'Whose?', answer: 'Ours now.' }),
  ],
  'questions.dismiss': ['NOT_FOUND', ({ questionId }) => ({ groupId: questionId })],
  'questions.move': ['NOT_FOUND', ({ questionId }) => ({ questionId, groupId: null })],
  'surges.list': ['none', ({ clientId }) => ({ clientId })],
  'surges.draft': ['NOT_FOUND', ({ surgeId }) => ({ surgeId })],
  'surges.dismiss': ['NOT_FOUND', ({ surgeId }) => ({ surgeId })],
  'overflow.list': ['own'],
  'overflow.open': ['NOT_FOUND', ({ clientId }) => ({ clientId, endsAt: '2099-01-01T00:00:00Z' })],
  'overflow.close': ['NOT_FOUND', ({ overflowId }) => ({ overflowId })],
  'overflow.hint': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  'sources.list': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  'sources.create': ['NOT_FOUND', ({ clientId }) => ({ clientId, kind: 'generic', name: 'Ours now' })],
  'sources.revoke': ['NOT_FOUND', ({ sourceId }) => ({ sourceId })],
  'policies.get': ['NOT_FOUND', ({ clientId }) => ({ clientId })],
  'policies.set': ['NOT_FOUND', ({ clientId, contactId }) => ({ clientId, steps: [contactStep(contactId)] })],
};

/** Own ids in front, foreign ones behind: the second way in. */
const mixed: [
  what: string,
  path: string,
  expected: Expected,
  input: (own: BusyDay, theirs: BusyDay) => unknown,
][] = [
  [
    'a policy naming their contact',
    'policies.set',
    'INVALID',
    (own, { contactId }) => ({ clientId: own.clientId, steps: [contactStep(contactId)] }),
  ],
  [
    'a statement of their version',
    'calls.tellStatements',
    'NOT_FOUND',
    (own, { briefingVersionId, statementId }) => ({
      callId: own.callId,
      briefingVersionId,
      statementIds: [statementId],
    }),
  ],
  [
    'their statement of our version',
    'calls.tellStatements',
    'INVALID',
    (own, { statementId }) => ({ callId: own.callId, statementIds: [statementId] }),
  ],
  [
    'our question into their group',
    'questions.move',
    'NOT_FOUND',
    (own, { questionId }) => ({ questionId: own.questionId, groupId: questionId }),
  ],
  [
    'their statement in our briefing',
    'recalls.withdrawStatement',
    'NOT_FOUND',
    ({ briefingId }, { statementId }) => ({ briefingId, statementId, ...withdrawal }),
  ],
  [
    'our call for their client',
    'escalations.start',
    'INVALID',
    (own, { clientId }) => ({ callId: own.callId, clientId, summary: 'x' }),
  ],
  [
    'their client without a call',
    'escalations.start',
    'NOT_FOUND',
    (_, { clientId }) => ({ clientId, summary: 'x' }),
  ],
  ['a preview for their client', 'escalations.preview', 'NOT_FOUND', (_, { clientId }) => ({ clientId })],
  [
    'a correction of their note',
    'calls.addNote',
    'NOT_FOUND',
    (own, { noteId }) => ({ callId: own.callId, kind: 'correction', text: 'x', correctsNoteId: noteId }),
  ],
  ['our calls about their briefing', 'calls.list', 'none', (_, { briefingId }) => ({ briefingId })],
  ['our escalations about their call', 'escalations.list', 'none', (_, { callId }) => ({ callId })],
];

let world: World;
let neighbour: Tenant;
let other: Tenant;
let own: BusyDay;
let theirs: BusyDay;
let otherClients: BusyDay;

beforeAll(async () => {
  world = await makeWorld();
  neighbour = await world.addTenant('Lighthouse Calls');
  other = await addClient(world, 'Northgate Clinic');
  [own, theirs, otherClients] = [await busyDay(world), await busyDay(neighbour), await busyDay(other)];
});

afterAll(() => world.stop());

/** Every row of a tenant (or of one of its clients), boiled down: equal before and after means untouched. */
async function rowsOf({ organizationId, clientId }: BusyDay, column: 'organization_id' | 'client_id') {
  const { ownerSql } = world;
  const tables = await ownerSql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = ${column} order by 1`;
  const prints = tables.map(async ({ name }) => {
    const [print] = await ownerSql<[{ count: number; hash: string }]>`
      select count(*)::int as count, md5(string_agg(t::text, '|' order by t::text)) as hash from ${ownerSql(name)} t
      where ${ownerSql(column)} = ${column === 'client_id' ? clientId : organizationId}`;
    return { name, ...print };
  });
  return Promise.all(prints);
}

function expectNothingOf(ids: BusyDay, answer: Answer, shared: readonly (keyof BusyDay)[] = []): void {
  const text = JSON.stringify(answer);
  const names = (Object.keys(ids) as (keyof BusyDay)[]).filter((name) => !shared.includes(name));
  for (const name of names) expect(text, name).not.toContain(ids[name]);
}

function isEmptyList(answer: Answer): boolean {
  if (!('value' in answer)) return false;
  const list = answer.value as unknown[] | { items: unknown[] };
  return (Array.isArray(list) ? list : list.items).length === 0;
}

it('covers every procedure there is', () => {
  expect(Object.keys(table).toSorted()).toEqual(
    proceduresOf()
      .map(({ path }) => path)
      .toSorted(),
  );
});

describe("an admin with another answering service's ids", () => {
  for (const [path, [expected, input]] of Object.entries(table)) {
    it(`${path}: ${expected}`, async () => {
      const { admin } = world.actors;
      const before = await rowsOf(theirs, 'organization_id');
      const answer = await ask(admin, path, input?.(theirs));
      if (expected === 'own' || expected === 'apart') {
        expect(answer).toHaveProperty('value');
      } else {
        const unknown = await ask(admin, path, input?.(nobodysDay()));
        expect(answer).toEqual(unknown);
        if (expected === 'none') expect(isEmptyList(answer)).toBe(true);
        else expect(answer).toMatchObject({ refused: { code: expected } });
      }
      expectNothingOf(theirs, answer);
      expect(await rowsOf(theirs, 'organization_id')).toEqual(before);
    });
  }

  for (const [what, path, expected, input] of mixed) {
    it(`${what}: ${expected}`, async () => {
      const { admin } = world.actors;
      const before = await rowsOf(theirs, 'organization_id');
      const answer = await ask(admin, path, input(own, theirs));
      expect(answer).toEqual(await ask(admin, path, input(own, nobodysDay())));
      if (expected === 'none') expect(isEmptyList(answer)).toBe(true);
      else expect(answer).toMatchObject({ refused: { code: expected } });
      expect(await rowsOf(theirs, 'organization_id')).toEqual(before);
    });
  }
});

describe('with ids of its own', () => {
  const queries = proceduresOf().filter(({ kind }) => kind === 'query');
  it.each(queries)('$path answers', async ({ path }) => {
    const answer = await ask(world.actors.admin, path, table[path]?.[1]?.(own));
    expect(answer).toHaveProperty('value');
    if (table[path]?.[0] === 'none') expect(isEmptyList(answer)).toBe(false);
  });
});

describe("a client's people with another client's ids", () => {
  const people = clientRoles.flatMap((role) => Object.keys(table).map((path) => [role, path] as const));
  /** The staff's and the service's own ids say nothing of the other client. */
  const shared: (keyof BusyDay)[] = ['organizationId'];

  it.each(people)('%s asking %s', async (role, path) => {
    const actor: Actor = world.actors[role];
    const [expected, input] = table[path] ?? ['own'];
    const before = await rowsOf(otherClients, 'client_id');
    const answer = await ask(actor, path, input?.(otherClients));
    expectNothingOf(otherClients, answer, shared);
    expect(await rowsOf(otherClients, 'client_id')).toEqual(before);
    if (expected === 'own' || expected === 'apart') return;
    expect(answer).toEqual(await ask(actor, path, input?.(nobodysDay())));
    if ('refused' in answer) expect(['NOT_FOUND', 'FORBIDDEN']).toContain(answer.refused.code);
    else expect(isEmptyList(answer)).toBe(true);
  });
});
