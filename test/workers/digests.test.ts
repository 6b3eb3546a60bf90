import { expect } from 'vitest';
import { database } from '@/db/client';
import { readClock } from '@/db/clock';
import { claimDueDigests } from '@/db/engine-gate';
import { engineActor } from '@/db/gate';
import { addNoteInput } from '@/domain/calls/model';
import { removeContact } from '@/domain/escalations/remove-contact';
import { addCorrection } from '@/domain/messages/add-correction';
import { deliverDigest } from '@/domain/messages/deliver-digest';
import { releaseMessages } from '@/domain/messages/release-messages';
import { DAY, HOUR, MINUTE, SECOND } from '@/kernel/duration';
import { addClient } from '../support/busy-day';
import { refuse } from '../support/smtp-sink';
import { test, type Stage } from '../support/stage';
import { closedCall, messagesOf, setMessageRule } from '../support/told-client';
import type { Tenant } from '../support/world';

/** A wall time of the client, so many whole minutes from now. */
async function wallTimeIn(milliseconds: number): Promise<string> {
  const at = new Date((await readClock()).getTime() + milliseconds);
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Berlin',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** A digest in about an hour, for the first contact and the deputy unless told. */
async function digestInAnHour({ world }: Stage, contactIds = [world.contact.id, world.deputy.id]) {
  await setMessageRule(world, { mode: 'digest', digestTimes: [await wallTimeIn(HOUR)], contactIds });
}

const states = async (tenant: Tenant, call: { id: string }) =>
  (await messagesOf(tenant.actors.admin, call)).map(({ state }) => state);

test('a message that goes at once is mailed at once, and says all there is', async ({ stage }) => {
  await setMessageRule(stage.world, { mode: 'at_once' });
  await stage.startWorker();
  await closedCall(stage.world, { notes: ['Was paid <b>half</b>.\nSince March.', 'Has two children.'] });
  const mail = await stage.sink.expectMailTo(stage.contact);
  expect(mail.subject).toMatch(/^\[Calmline\] Jonas Weber about a wrong payslip, \d\d:\d\d$/);
  expect(mail.text).toContain('Caller: Jonas Weber, +49 1511 2345678');
  expect(mail.text).toMatch(/1\. \d\d:\d\d: Was paid <b>half<\/b>\.\nSince March\./);
  expect(mail.text).toMatch(/2\. \d\d:\d\d: Has two children\./);
  expect(mail.text).toContain('https://calm.example/portal/messages/');
  expect(mail.html).not.toContain('<b>half');
  await stage.settled();
});

test('a digest is one e-mail to each contact, with the corrections beside their calls', async ({ stage }) => {
  await digestInAnHour(stage);
  const first = await closedCall(stage.world);
  const second = await closedCall(stage.world, { callerName: 'Ute Maier', issue: 'a late letter' });
  const correction = { callId: first.id, kind: 'correction', text: 'Was paid a third.' };
  await addCorrection(stage.world.actors.operator, addNoteInput.parse(correction));
  await stage.startWorker();
  await stage.pass(50 * MINUTE);
  await stage.settled();
  stage.sink.expectNoMore();
  await stage.pass(11 * MINUTE);
  const mails = await stage.sink.expectMails(2);
  expect(mails.map(({ to }) => to).toSorted()).toEqual([stage.contact, stage.deputy].toSorted());
  for (const { subject, text } of mails) {
    expect(subject).toBe('[Calmline] 3 messages for Brightwater Payroll');
    expect(text).toContain('3 messages from 2 calls for Brightwater Payroll.');
    const places = ['Was paid half.', 'Was paid a third.', 'a late letter'].map((words) =>
      text.indexOf(words),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  }
  await stage.settled();
  expect(await states(stage.world, first)).toEqual(['released', 'released']);
  expect(await states(stage.world, second)).toEqual(['released']);
  await stage.pass(2 * DAY);
  await stage.settled();
});

test('a worker that was away for two digests sends what is due once', async ({ stage }) => {
  const { world } = stage;
  const digestTimes = [await wallTimeIn(HOUR), await wallTimeIn(2 * HOUR)];
  await setMessageRule(world, { mode: 'digest', digestTimes });
  await closedCall(world);
  await world.moveClock(90 * MINUTE);
  await closedCall(world, { callerName: 'Ute Maier' });
  await world.moveClock(HOUR);
  await stage.startWorker();
  const mail = await stage.sink.expectMailTo(stage.contact);
  expect(mail.subject).toBe('[Calmline] 2 messages for Brightwater Payroll');
  await stage.settled();
});

test('two workers, and a turn that comes twice, send one digest', async ({ stage }) => {
  const { world } = stage;
  await digestInAnHour(stage, [world.contact.id]);
  await closedCall(world);
  const engine = engineActor(world.organizationId);
  await deliverDigest(engine, world.client.id);
  await world.moveClock(61 * MINUTE);
  await Promise.all([1, 2, 3].map(() => deliverDigest(engine, world.client.id)));
  await Promise.all([stage.startWorker(), stage.startWorker()]);
  await stage.sink.expectMailTo(stage.contact);
  await stage.settled();
  await expect(deliverDigest(world.actors.admin, world.client.id)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('a turn that is lost with its queue comes again: the rows are the truth', async ({ stage }) => {
  const { world } = stage;
  const other = await addClient(world, 'Northgate Clinic');
  await digestInAnHour(stage, [world.contact.id]);
  await closedCall(world);
  await closedCall(world);
  await setMessageRule(other, { mode: 'digest', digestTimes: [await wallTimeIn(7 * HOUR)] });
  const waiting = await closedCall(other);
  await world.moveClock(61 * MINUTE);
  const claimed = await claimDueDigests(database().sql, 10, 20);
  expect(claimed).toMatchObject([{ organizationId: world.organizationId, id: world.client.id }]);
  await stage.queue.empty();
  await stage.startWorker();
  await world.moveClock(9 * SECOND);
  expect(await claimDueDigests(database().sql, 10, 20)).toEqual([]);
  stage.sink.expectNoMore();
  await world.moveClock(12 * SECOND);
  const mail = await stage.sink.expectMailTo(stage.contact);
  expect(mail.subject).toBe('[Calmline] 2 messages for Brightwater Payroll');
  await stage.settled();
  expect(await states(other, waiting)).toEqual(['waiting']);
});

test('a digest that fails halfway leaves nothing behind, and comes whole', async ({ stage }) => {
  const { world } = stage;
  await digestInAnHour(stage, [world.contact.id]);
  const call = await closedCall(world);
  await world.moveClock(61 * MINUTE);
  await world.ownerSql`alter table audit_entries add constraint full_disk check (action <> 'message.released')`;
  await expect(deliverDigest(engineActor(world.organizationId), world.client.id)).rejects.toThrow();
  expect(await states(world, call)).toEqual(['waiting']);
  expect(await world.ownerSql`select from deliveries`).toHaveLength(0);
  await world.ownerSql`alter table audit_entries drop constraint full_disk`;
  await stage.startWorker();
  await stage.sink.expectMailTo(stage.contact);
  await stage.settled();
});

test('what was released before its digest is not sent again', async ({ stage }) => {
  const { world } = stage;
  await digestInAnHour(stage, [world.contact.id]);
  await closedCall(world);
  await releaseMessages(world.actors.author, { clientId: world.client.id });
  await stage.startWorker();
  await stage.pass(61 * MINUTE);
  await stage.settled();
});

test('a digest for which nobody is left is held and says why', async ({ stage }) => {
  const { world } = stage;
  await digestInAnHour(stage, [world.contact.id]);
  const call = await closedCall(world);
  await removeContact(world.actors.admin, { contactId: world.contact.id, isGapAccepted: true });
  await stage.startWorker();
  await stage.pass(61 * MINUTE);
  await stage.settled();
  expect(await messagesOf(world.actors.author, call)).toMatchObject([
    { state: 'held', heldBecause: 'no_contact', dueAt: null },
  ]);
});

test('a mail server that refuses for a moment gets the digest again', async ({ stage }) => {
  const { world } = stage;
  stage.sink.answer(stage.contact, refuse(451, 'Come back later'));
  await digestInAnHour(stage, [world.contact.id]);
  await closedCall(world);
  await stage.startWorker();
  await stage.pass(61 * MINUTE);
  await stage.settled();
  stage.sink.expectNoMore();
  await stage.pass(21 * SECOND);
  await stage.sink.expectMailTo(stage.contact);
  await stage.settled();
});
