// Every write of the product, tried by every role through the same door that the screens use.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultServiceRules } from '../../src/domain/tenancy/model';
import { createContact } from '../../src/domain/contacts/create-contact';
import { addDid } from '../../src/domain/numbers/add-did';
import { answerCall } from '../../src/domain/calls/answer-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { transferCall } from '../../src/domain/calls/transfer-call';
import { getBriefing } from '../../src/domain/briefings/queries';
import { saveBriefing } from '../../src/domain/briefings/save-briefing';
import { saveBriefingInput } from '../../src/domain/briefings/model';
import { submitBriefing } from '../../src/domain/briefings/submit-briefing';
import { openOverflow } from '../../src/domain/overflow/open-overflow';
import { claimCallback } from '../../src/domain/promises/claim-callback';
import { createMember } from '../../src/domain/tenancy/create-member';
import { markPresent } from '../../src/domain/tenancy/mark-present';
import { roles, type Role } from '../../src/kernel/actor';
import { after, DAY, MINUTE } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { busyDay, type BusyDay } from '../support/busy-day';
import { ask, proceduresOf } from '../support/caller';
import { accountWrites } from '../support/account-cases';
import { coachingWrites } from '../support/coaching-writes';
import { dutyWrites } from '../support/duty-cases';
import { escalationWrites } from '../support/escalation-writes';
import { reachWrites } from '../support/reach-writes';
import { followWrites } from '../support/follow-cases';
import { packWrites } from '../support/pack-cases';
import { reviewWrites } from '../support/review-writes';
import { setUpWrites } from '../support/set-up-writes';
import { actorOf, briefingContent, copiesOf, makeWorld, type World } from '../support/world';

let world: World;
let day: BusyDay;
let number = 493055553000;

const nextNumber = () => `+${(number += 1)}`;
const newDid = ({ clientId }: BusyDay) =>
  addDid(world.actors.admin, { clientId, number: nextNumber(), label: '', answerPhrase: '' });

async function newContact({ clientId }: BusyDay) {
  return createContact(world.actors.admin, { clientId, name: 'Ida Kern', title: '', methods: [] });
}

async function ringing() {
  const to = world.did.number;
  const { call } = await ringCall(world.actors.operator, { from: 'anonymous', to, routeReason: 'direct' });
  return call;
}

async function changedBriefing({ briefingId }: BusyDay) {
  const { draftRevision } = await getBriefing(world.actors.account_manager, briefingId);
  const changes = { ...briefingContent({ closing: 'Thank you.' }), briefingId, draftRevision };
  return saveBriefing(world.actors.account_manager, saveBriefingInput.parse(changes));
}

async function submittedBriefing(own: BusyDay) {
  const { id } = await changedBriefing(own);
  return submitBriefing(world.actors.account_manager, { briefingId: id });
}

/** Each apart from the others, and from those of the busy days. */
let windows = 0;
function nextWindow() {
  windows += 1;
  const at = (minutes: number) => after(new Date(), 2 * DAY + minutes * MINUTE).toISOString();
  return { startsAt: at(2 * windows), endsAt: at(2 * windows + 1) };
}

async function newWindow({ clientId }: BusyDay) {
  return openOverflow(world.actors.admin, { clientId, note: '', ...nextWindow() });
}

async function claimedCallback({ callbackId }: BusyDay) {
  return claimCallback(world.actors.operator, { callbackId });
}

async function newMember() {
  const email = `${newId()}@harbor.example`;
  return createMember(world.actors.admin, { email, name: 'New', role: 'operator', passwordHash: 'none' });
}

async function colleagueAtDesk() {
  const { id, name } = await newMember();
  const colleague = actorOf(world.organizationId, 'operator', id, name, null);
  await markPresent(colleague);
  return colleague;
}

/** In the hands of the operator, and offered to a colleague. */
async function offeredCall({ callId }: BusyDay) {
  const { id } = await colleagueAtDesk();
  return transferCall(world.actors.operator, { callId, toMemberId: id, words: '' });
}

async function callOfferedTo(role: Role) {
  const colleague = await colleagueAtDesk();
  const { id: callId } = await ringing();
  await answerCall(colleague, callId);
  await markPresent(world.actors[role]);
  return transferCall(colleague, { callId, toMemberId: world.actors[role].id, words: '' });
}

const promise = { kind: 'information', what: 'when it comes', dueAt: after(new Date(), DAY).toISOString() };
const complaint = { from: 'kim@park.example', text: 'Where is my money?' };

const staff: Role[] = ['operator', 'account_manager', 'admin'];
const leads: Role[] = ['account_manager', 'admin'];
const writers: Role[] = [...leads, 'author', 'client_admin'];
const keepers: Role[] = [...leads, 'client_admin'];

type Write = [may: readonly Role[], input: (own: BusyDay, asker: Role) => unknown];

/** All of it is about the client's own rows: what a client's people cannot see is the matter of isolation.test.ts. */
const writes: Record<string, Write> = {
  // The session is the author's.
  'sessions.revoke': [['admin', 'author'], ({ sessionId }) => ({ sessionId })],
  'members.create': [['admin'], () => ({ email: `${newId()}@x.example`, name: 'New', role: 'operator' })],
  'members.resetPassword': [['admin'], async () => ({ memberId: (await newMember()).id })],
  'members.disable': [['admin'], async () => ({ memberId: (await newMember()).id })],
  'apiKeys.create': [['admin'], () => ({ name: 'Phones', role: 'operator' })],
  'apiKeys.revoke': [['admin'], ({ apiKeyId }) => ({ apiKeyId })],
  'clients.create': [leads, () => ({ name: 'Northgate Clinic' })],
  'clients.update': [leads, ({ clientId }) => ({ clientId, greeting: 'Brightwater, good evening.' })],
  'dids.add': [leads, ({ clientId }) => ({ clientId, number: nextNumber() })],
  'dids.update': [leads, ({ didId }) => ({ didId, label: 'Employees' })],
  'dids.remove': [leads, async (own) => ({ didId: (await newDid(own)).id })],
  'connections.create': [['admin'], () => ({ name: 'The switch', kind: 'generic' })],
  'contacts.create': [keepers, ({ clientId }) => ({ clientId, name: 'Ida Kern' })],
  'contacts.update': [keepers, ({ contactId }) => ({ contactId, title: 'On duty' })],
  'contacts.remove': [keepers, async (own) => ({ contactId: (await newContact(own)).id })],
  ...reachWrites(() => world, keepers),
  ...dutyWrites(() => world, keepers),
  ...packWrites(() => world),
  ...accountWrites(() => world, keepers),
  ...followWrites(() => world),
  ...reviewWrites(() => world),
  ...coachingWrites(() => world),
  'briefings.create': [writers, ({ clientId }) => ({ clientId, headline: 'Letters come late' })],
  'briefings.save': [writers, ({ briefingId }) => ({ ...briefingContent(), briefingId, draftRevision: 1 })],
  'briefings.replace': [writers, ({ briefingId }) => ({ ...briefingContent(), briefingId, version: 1 })],
  'briefings.importQuestions': [
    writers,
    ({ briefingId }) => ({ briefingId, draftRevision: 1, format: 'csv', text: 'question,answer\nWhy?,So.' }),
  ],
  'briefings.publish': [writers, async (own) => ({ briefingId: (await changedBriefing(own)).id })],
  'briefings.submit': [writers, async (own) => ({ briefingId: (await changedBriefing(own)).id })],
  'briefings.approve': [writers, async (own) => ({ briefingId: (await submittedBriefing(own)).id })],
  'briefings.reject': [
    writers,
    async (own) => ({ briefingId: (await submittedBriefing(own)).id, words: 'Name the date.' }),
  ],
  'briefings.withdraw': [writers, ({ briefingId }) => ({ briefingId, reason: 'It was another company.' })],
  'briefings.confirm': [staff, ({ briefingVersionId }) => ({ versionId: briefingVersionId })],
  'briefings.resolve': [writers, ({ briefingId }) => ({ briefingId })],
  'calls.ring': [staff, () => ({ from: 'anonymous', to: world.did.number })],
  'calls.pop': [staff, () => ({ to: world.did.number, providerCallId: newId() })],
  'calls.answer': [staff, async () => ({ callId: (await ringing()).id })],
  'calls.transfer': [
    staff,
    async ({ callId }) => ({ callId, toMemberId: (await colleagueAtDesk()).id, words: 'Speaks Italian.' }),
  ],
  'calls.take': [staff, async (_, asker) => ({ callId: (await callOfferedTo(asker)).id })],
  'calls.cancelTransfer': [staff, async (own) => ({ callId: (await offeredCall(own)).id })],
  'presence.set': [staff, () => ({ state: 'break', reason: 'meal' })],
  'presence.confirmRing': [staff, () => undefined],
  'members.setLanguages': [
    leads,
    async () => ({ memberId: (await newMember()).id, languages: ['en', 'it'] }),
  ],
  'assignments.set': [
    leads,
    async ({ clientId }) => ({ memberId: (await newMember()).id, clientIds: [clientId] }),
  ],
  'calls.update': [staff, ({ callId }) => ({ callId, mood: 'upset' })],
  'calls.recordEvent': [staff, ({ callId }) => ({ callId, type: 'held' })],
  'calls.addNote': [staff, ({ callId }) => ({ callId, text: 'Has two children.' })],
  'calls.markDesk': [staff, ({ callId }) => ({ callId, deskId: newId(), isWriting: true })],
  'calls.saveNoteDraft': [staff, ({ callId }) => ({ callId, text: 'Has two' })],
  'calls.tellStatements': [staff, ({ callId, statementId }) => ({ callId, statementIds: [statementId] })],
  'calls.askQuestion': [staff, ({ callId }) => ({ callId, text: 'When will it come?' })],
  'calls.readBack': [staff, ({ callId }) => ({ callId, resolution: 'agreed' })],
  'preferences.save': [staff, () => ({ keys: { answer: 'f3' }, ringVolume: 0.4 })],
  'calls.close': [staff, ({ callId }) => ({ callId, disposition: 'informed' })],
  'messages.release': [roles, ({ clientId }) => ({ clientId })],
  'messages.review': [
    leads,
    ({ messageInReviewId }) => ({ messageId: messageInReviewId, verdict: 'release' }),
  ],
  ...escalationWrites(() => world),
  'questions.answer': [
    writers,
    ({ questionId }) => ({ groupId: questionId, question: 'When is the rest paid?', answer: 'On Friday.' }),
  ],
  'questions.dismiss': [writers, ({ questionId }) => ({ groupId: questionId })],
  'questions.move': [writers, ({ questionId }) => ({ questionId, groupId: null })],
  'surges.draft': [writers, ({ surgeId }) => ({ surgeId })],
  'surges.dismiss': [writers, ({ surgeId }) => ({ surgeId })],
  'overflow.open': [writers, ({ clientId }) => ({ clientId, ...nextWindow() })],
  'overflow.close': [writers, async (own) => ({ overflowId: (await newWindow(own)).id })],
  ...setUpWrites(() => world, { leads, keepers }),
  'recalls.withdrawStatement': [
    writers,
    ({ briefingId, statementId }) => ({ briefingId, statementId, reason: 'It was wrong.', callBack: true }),
  ],
  'callbacks.claim': [staff, ({ callbackId }) => ({ callbackId })],
  'callbacks.release': [staff, async (own) => ({ callbackId: (await claimedCallback(own)).id })],
  'callbacks.handOver': [
    staff,
    async ({ callbackId }) => ({ callbackId, toMemberId: (await newMember()).id, words: 'Speaks Italian.' }),
  ],
  'callbacks.recordTry': [staff, ({ callbackId }) => ({ callbackId, outcome: 'voicemail' })],
  'serviceRules.set': [['admin'], () => defaultServiceRules],
  'promises.create': [staff, ({ callId }) => ({ callId, ...promise })],
  'promises.break': [staff, ({ promiseId }) => ({ promiseId, reason: 'The bank gave no date.' })],
  'promises.renegotiate': [
    staff,
    ({ promiseId }) => ({ promiseId, consent: 'Tomorrow is fine.', dueAt: promise.dueAt }),
  ],
  // Of the busy day's promise the operator is the one who gave it.
  'promises.cancel': [staff, ({ promiseId }) => ({ promiseId, reason: 'She wants nothing any more.' })],
  'promises.keep': [staff, ({ promiseId }) => ({ promiseId, evidence: 'Told.' })],
  'calls.receiveComplaint': [staff, ({ clientId }) => ({ clientId, callId: newId(), ...complaint })],
};

/** What can be done to one thing once only; everything else is tried on the same day. */
const usesUp =
  /^(briefings|callbacks|engine|escalations|messages|questions|recalls|sessions|surges)\.|^calls\.close$|^promises\.(keep|break|renegotiate|cancel)$/;

/** A draft is not a deed yet, and neither is sitting at a call; that a message was read stands in its timeline. */
const leavesNoTrace = [
  'calls.saveNoteDraft',
  'calls.markDesk',
  'escalations.read',
  'inbox.markRead',
  'scores.markSeen',
];

async function traces(): Promise<{ audit: number; live: number }> {
  const [row] = await world.ownerSql<[{ audit: number; live: number }]>`
    select (select count(*)::int from audit_entries) as audit, (select count(*)::int from live_events) as live`;
  return row;
}

let copies: Awaited<ReturnType<typeof copiesOf>>;

/** The day as it was before anybody did anything. */
async function beginAnew(): Promise<void> {
  await world.stop();
  world = await copies.next();
}

beforeAll(async () => {
  world = await makeWorld();
  day = await busyDay(world);
  copies = await copiesOf(world);
  world = await copies.next();
});

afterAll(async () => {
  await world.stop();
  await copies.stop();
});

it('covers every write there is', () => {
  const all = proceduresOf().flatMap(({ path, kind }) => (kind === 'mutation' ? [path] : []));
  expect(Object.keys(writes).toSorted()).toEqual(all.toSorted());
});

for (const [path, [may, input]] of Object.entries(writes)) {
  describe(path, () => {
    const others = roles.filter((role) => !may.includes(role));

    it(`is for ${may.join(', ')}`, async () => {
      for (const role of may) {
        if (usesUp.test(path)) await beginAnew();
        const given = await input(day, role);
        const before = await traces();
        expect(await ask(world.actors[role], path, given), role).toHaveProperty('value');
        const { audit } = await traces();
        if (leavesNoTrace.includes(path)) expect(audit, role).toBe(before.audit);
        else expect(audit, role).toBeGreaterThan(before.audit);
      }
    });

    if (others.length > 0) {
      it(`is refused to ${others.join(', ')}, and leaves no row`, async () => {
        const given = await input(day, may[0] ?? 'admin');
        const before = await traces();
        for (const role of others) {
          expect(await ask(world.actors[role], path, given), role).toMatchObject({
            refused: { code: 'FORBIDDEN', problems: [] },
          });
        }
        expect(await traces()).toEqual(before);
      });
    }
  });
}
