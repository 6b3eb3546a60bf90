// A contact who acknowledged is asked how it stands: what they say, what silence leads to, who hears of it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { updateContact } from '../../src/domain/contacts/update-contact';
import { updateContactInput } from '../../src/domain/contacts/model';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { advanceEscalation } from '../../src/domain/escalations/advance-escalation';
import { cancelEscalation } from '../../src/domain/escalations/cancel-escalation';
import { resolveEscalation } from '../../src/domain/escalations/resolve-escalation';
import { addReport } from '../../src/domain/followups/add-report';
import { listNews } from '../../src/domain/followups/news-queries';
import type { NoticeMessage } from '../../src/domain/notifications/model';
import type { Actor } from '../../src/kernel/actor';
import { MINUTE } from '../../src/kernel/duration';
import { contactStep, EscalationRoom } from '../support/escalation-room';
import { FollowUp, lines } from '../support/follow-up';
import { makeWorld, type World } from '../support/world';

let world: World;
let room: EscalationRoom;
let follow: FollowUp;

beforeAll(async () => {
  world = await makeWorld();
  room = await EscalationRoom.open(world);
  follow = new FollowUp(world, room.place);
});

afterAll(() => world.stop());

const say = (actor: Actor, { id }: { id: string }, words: string, changes: object = {}) =>
  addReport(actor, { escalationId: id, words, isResolved: false, ...changes });

const subjects = async (causeId: string) =>
  (await follow.messages(causeId)).map(
    ({ recipientName, message }) => `${recipientName}: ${(message as NoticeMessage).subject}`,
  );

it('a contact acknowledges and is asked to report back by half of the time there is, four hours at the most', async () => {
  const urgent = await follow.escalate();
  const before = await world.readClock();
  await follow.acknowledge(urgent);
  const report = await follow.report(urgent);
  expect(report).toMatchObject({
    state: 'open',
    personName: 'The first of Northgate',
    reminders: 0,
    words: '',
  });
  expect(report.dueAt.getTime() - before.getTime()).toBeCloseTo(4 * 60 * MINUTE, -4);
  await room.setPolicy([contactStep(room.place.contact)], { acknowledgementTimeoutSeconds: 1_800 });
  const short = await follow.escalate();
  await follow.acknowledge(short);
  const { dueAt, askedAt } = await follow.report(short);
  expect(dueAt.getTime() - askedAt.getTime()).toBe(15 * MINUTE);
  await cancelEscalation(room.place.actors.admin, short.id);
  expect(await follow.report(short)).toMatchObject({ state: 'over' });
  await room.setPolicy([contactStep(room.place.contact), contactStep(room.place.deputy)]);
});

it('they report from the page of their message, in time: nobody is reminded, and the operator hears of it', async () => {
  const escalation = await follow.escalate();
  const tom = await follow.link(escalation);
  await follow.acknowledge(escalation);
  await say(tom, escalation, 'The bank takes the transfers back tonight.');
  const report = await follow.report(escalation);
  expect(report).toMatchObject({
    state: 'reported',
    words: 'The bank takes the transfers back tonight.',
    reportedByName: 'The first of Northgate',
  });
  expect(lines(await follow.read(escalation))).toContain(
    'reported_back: The first of Northgate reported back: “The bank takes the transfers back tonight.”',
  );
  const news = await listNews(room.place.actors.operator);
  expect(news.filter(({ escalationId }) => escalationId === escalation.id).map(({ type }) => type)).toEqual([
    'reported_back',
    'acknowledged',
  ]);
  expect(await listNews(room.place.actors.account_manager)).toEqual([]);
  await follow.pass(5 * 60);
  expect(await subjects(report.id)).toEqual([]);
});

it('the same words twice are one report; other words are another', async () => {
  const escalation = await follow.escalate();
  const tom = await follow.link(escalation);
  await follow.acknowledge(escalation);
  await Promise.all([say(tom, escalation, 'On it.'), say(tom, escalation, 'On it.')]);
  await say(tom, escalation, 'Done by six.');
  const said = lines(await follow.read(escalation)).filter((line) => line.startsWith('reported_back'));
  expect(said).toHaveLength(2);
  expect(await follow.report(escalation)).toMatchObject({ state: 'reported', words: 'Done by six.' });
});

it('silent: reminded once by the way they answered, then the account managers and the operator know', async () => {
  const escalation = await follow.escalate();
  await follow.acknowledge(escalation);
  const { id } = await follow.report(escalation);
  await follow.pass(4 * 60 - 1);
  expect(await subjects(id)).toEqual([]);
  await follow.pass(2);
  expect(await subjects(id)).toEqual(['The first of Northgate: How does it stand? Northgate']);
  const [reminder] = await follow.messages(id);
  const [first] = await follow.messages(escalation.id);
  expect(reminder).toMatchObject({ cause: 'notice', methodId: first?.methodId, address: first?.address });
  // Its page takes the report, without a sign-in.
  expect(reminder?.message).toMatchObject({ linkWords: 'Report back', answersDeliveryId: first?.id });
  await follow.pass(13);
  await follow.work();
  expect(await follow.messages(id)).toHaveLength(1);
  await follow.pass(2);
  expect(await subjects(id)).toEqual([
    'The first of Northgate: How does it stand? Northgate',
    'The account manager: No report came back: Northgate',
    'The operator: No report came back: Northgate',
  ]);
  expect(await follow.report(escalation)).toMatchObject({ state: 'overdue', reminders: 1 });
  const said = lines(await follow.read(escalation));
  expect(said).toContain('report_reminded: The first of Northgate is reminded to report back');
  expect(said.at(-1)).toMatch(
    /^report_overdue: The first of Northgate has not reported back, asked for by .+\. The account managers and The operator are told\.$/,
  );
  const [newest] = await listNews(room.place.actors.operator);
  expect(newest).toMatchObject({ escalationId: escalation.id, type: 'report_overdue' });
  await follow.pass(24 * 60);
  expect(await follow.messages(id)).toHaveLength(3);
  // Past the client's target it is stuck: the account managers are to look at it.
  const [row] = await world.ownerSql`select review_state from escalations where id = ${escalation.id}`;
  expect(row).toEqual({ review_state: 'wanted' });
  // Better late than never.
  await say(await follow.link(escalation), escalation, 'Sorry. It is done.');
  expect(await follow.report(escalation)).toMatchObject({ state: 'reported' });
});

it('while the worker was away: each hears of it once, marked as late', async () => {
  const escalation = await follow.escalate();
  await follow.acknowledge(escalation);
  const { id } = await follow.report(escalation);
  await follow.pass(7 * 60);
  const messages = await follow.messages(id);
  expect(messages.map(({ recipientName }) => recipientName)).toEqual([
    'The first of Northgate',
    'The account manager',
    'The operator',
  ]);
  for (const { message } of messages) {
    expect((message as NoticeMessage).lines.at(-1)).toMatch(/^This comes late: it was due 3 h ago\.$/);
  }
  await follow.work();
  expect(await follow.messages(id)).toHaveLength(3);
});

it('who cannot be reached any more is not waited for: the others know at once', async () => {
  const contact = await room.addContact('Nils Brandt');
  await room.setPolicy([contactStep(contact), contactStep(room.place.deputy)]);
  const escalation = await follow.escalate();
  await follow.acknowledge(escalation);
  const { id } = await follow.report(escalation);
  await updateContact(
    room.place.actors.admin,
    updateContactInput.parse({ contactId: contact.id, methods: [] }),
  );
  await follow.pass(4 * 60 + 1);
  expect((await follow.messages(id)).map(({ recipientName }) => recipientName)).toEqual([
    'The account manager',
    'The operator',
  ]);
  expect(await follow.report(escalation)).toMatchObject({ state: 'overdue', reminders: 0 });
  await room.setPolicy([contactStep(room.place.contact), contactStep(room.place.deputy)]);
});

it('what is routine waits for the end of quiet hours', async () => {
  const quietHours = { from: '00:00', to: '23:59' };
  const contact = await room.addContact('Rita Quist', { quietHours });
  await room.setPolicy([contactStep(contact)], { acknowledgementTimeoutSeconds: 7_200 });
  const escalation = await follow.escalate(undefined, { urgency: 'routine' });
  await acknowledgeEscalation(room.place.actors.operator, {
    escalationId: escalation.id,
    via: 'spoken',
    contactId: contact.id,
  });
  const { id } = await follow.report(escalation);
  await follow.pass(61);
  const [reminder] = await follow.messages(id);
  expect(reminder).toMatchObject({ recipientName: 'Rita Quist', waitsFor: 'quiet_hours' });
  await room.setPolicy([contactStep(room.place.contact), contactStep(room.place.deputy)]);
});

it('settled: resolves it, and whoever was asked is asked no more', async () => {
  const escalation = await follow.escalate();
  const tom = await follow.link(escalation);
  await follow.acknowledge(escalation);
  await say(tom, escalation, '', { isResolved: true });
  expect(await follow.read(escalation)).toMatchObject({ state: 'resolved' });
  expect(lines(await follow.read(escalation)).slice(-2)).toEqual([
    'reported_back: The first of Northgate reported back: “It is settled.”',
    'resolved: Resolved by The first of Northgate',
  ]);
  const [newest] = await listNews(room.place.actors.operator);
  expect(newest).toMatchObject({ escalationId: escalation.id, type: 'resolved' });
  await say(tom, escalation, '', { isResolved: true });
  await follow.pass(10 * 60);
  expect(await subjects((await follow.report(escalation)).id)).toEqual([]);
});

it('staff report for somebody they spoke to, and what that person settled is resolved', async () => {
  const { operator, account_manager, author } = room.place.actors;
  const escalation = await follow.escalate();
  await follow.acknowledge(escalation);
  const contactId = room.place.contact.id;
  await expect(say(operator, escalation, 'Done.', { isResolved: true })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(say(author, escalation, 'Done.', { isResolved: true })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await say(operator, escalation, 'Rang: done by six.', { contactId });
  expect(await follow.report(escalation)).toMatchObject({
    reportedByName: 'The first of Northgate (recorded by The operator)',
  });
  await say(account_manager, escalation, 'Done.', { contactId, isResolved: true });
  expect(await follow.read(escalation)).toMatchObject({ state: 'resolved' });
});

it('nobody has it, or it was called off: there is nothing to report', async () => {
  const escalation = await follow.escalate();
  const tom = await follow.link(escalation);
  await expect(say(tom, escalation, 'Done.')).rejects.toThrow('Nobody has acknowledged this yet');
  await cancelEscalation(room.place.actors.admin, escalation.id);
  await expect(say(tom, escalation, 'Done.')).rejects.toThrow('This escalation was cancelled.');
});

it('staff who have it themselves are not asked; that it is stuck is noticed all the same', async () => {
  const escalation = await follow.escalate();
  await acknowledgeEscalation(room.place.actors.account_manager, { escalationId: escalation.id, via: 'app' });
  const { id, state } = await follow.report(escalation);
  expect(state).toBe('over');
  await follow.pass(9 * 60);
  expect(await follow.messages(id)).toEqual([]);
  const [row] = await world.ownerSql`select review_state from escalations where id = ${escalation.id}`;
  expect(row).toEqual({ review_state: 'wanted' });
});

it('a run that began again asks anew; what the former asked is over', async () => {
  await room.setPolicy([contactStep(room.place.contact)], { acknowledgementTimeoutSeconds: 3_600 });
  const escalation = await follow.escalate();
  await follow.acknowledge(escalation);
  const former = await follow.report(escalation);
  await world.moveClock(61 * MINUTE);
  await advanceEscalation(follow.engine, escalation.id);
  await follow.work();
  expect(await follow.messages(former.id)).toEqual([]);
  const { deliveries } = await follow.read(escalation);
  await acknowledgeEscalation(
    { ...(await follow.link(escalation)), id: deliveries[0]?.id ?? '' },
    { escalationId: escalation.id, via: 'link' },
  );
  const present = await follow.report(escalation);
  expect(present.id).not.toBe(former.id);
  expect(present.state).toBe('open');
  await resolveEscalation(room.place.actors.client_admin, escalation.id);
  expect((await follow.report(escalation)).state).toBe('over');
});
