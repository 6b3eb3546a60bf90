import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addNoteInput, type CallCard } from '../../src/domain/calls/model';
import { addNote } from '../../src/domain/calls/add-note';
import { getCall } from '../../src/domain/calls/queries';
import { ringCall } from '../../src/domain/calls/ring-call';
import { removeContact } from '../../src/domain/escalations/remove-contact';
import { createContact } from '../../src/domain/contacts/create-contact';
import { addCorrection } from '../../src/domain/messages/add-correction';
import { closeCall } from '../../src/domain/messages/close-call';
import { getMessage, listMessages } from '../../src/domain/messages/queries';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { closedCall, messagesOf, setMessageRule } from '../support/told-client';
import { makeWorld, type Tenant, type World } from '../support/world';

let world: World;
let tenant: Tenant;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

beforeEach(async () => {
  // A client of its own for each story: rules and counts of the others do not matter.
  tenant = await addClient(world, 'Brightwater Payroll');
});

const staff = () => tenant.actors.account_manager;
const client = () => tenant.actors.author;
const first = async (call: CallCard, actor = staff()) => (await messagesOf(actor, call))[0];

async function mailsTo(): Promise<{ to: string; subject: string }[]> {
  const rows = await world.ownerSql<{ to: string; subject: string }[]>`
    select address as to, message->>'subject' as subject from deliveries
    where client_id = ${tenant.client.id} and cause = 'notice' order by id`;
  return [...rows];
}

const correct = (call: CallCard, text: string, more: { correctsNoteId?: string; noteId?: string } = {}) =>
  addCorrection(
    tenant.actors.operator,
    addNoteInput.parse({ callId: call.id, kind: 'correction', text, ...more }),
  );

describe('when a call is closed', () => {
  it('its log goes to the client at once, where the client wants that', async () => {
    await setMessageRule(tenant, { mode: 'at_once' });
    const call = await closedCall(tenant);
    const message = await first(call, client());
    expect(message).toMatchObject({
      part: 0,
      state: 'released',
      subject: expect.stringMatching(/^Jonas Weber about a wrong payslip, \d\d:\d\d$/) as string,
      createdByName: 'The operator',
      releasedByName: null,
      heldBecause: null,
    });
    expect(message?.lines.slice(0, 3)).toEqual([
      'Caller: Jonas Weber, +49 1511 2345678',
      expect.stringContaining('answered by The operator'),
      'Matter: a wrong payslip',
    ]);
    expect(message?.lines.at(-1)).toMatch(/^1\. \d\d:\d\d: Was paid half\.$/);
    const { deliveries } = await getMessage(staff(), message?.id ?? '');
    expect(deliveries).toMatchObject([{ to: tenant.contact.methods[0]?.address, state: 'pending' }]);
    expect(await mailsTo()).toEqual([{ to: tenant.contact.methods[0]?.address, subject: message?.subject }]);
  });

  it('it is held until the client checks in, where nothing else is said', async () => {
    const message = await first(await closedCall(tenant), client());
    expect(message).toMatchObject({ state: 'held', heldBecause: 'check_in', releasedAt: null });
    expect(await mailsTo()).toEqual([]);
  });

  it('it waits for the digest, by the wall time of the client', async () => {
    await setMessageRule(tenant, { mode: 'digest', digestTimes: ['12:00'] });
    const message = await first(await closedCall(tenant), client());
    expect(message).toMatchObject({ state: 'waiting' });
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });
    expect(clock.format(message?.dueAt ?? 0)).toBe('12:00');
    expect(message?.dueAt?.getTime()).toBeGreaterThan(message?.createdAt.getTime() ?? 0);
    expect(await mailsTo()).toEqual([]);
  });

  it('once, however often the close is sent', async () => {
    await setMessageRule(tenant, { mode: 'at_once' });
    const call = await closedCall(tenant);
    const again = { callId: call.id, disposition: 'message_taken' as const };
    await Promise.all([1, 2, 3].map(() => closeCall(tenant.actors.operator, again)));
    expect(await messagesOf(staff(), call)).toHaveLength(1);
    expect(await mailsTo()).toHaveLength(1);
  });

  it.each(['wrong_number', 'caller_hung_up'] as const)(
    'nothing is told of a call that ended as %s, unless something was written down',
    async (disposition) => {
      const silent = await closedCall(tenant, { notes: [] }, disposition);
      expect(await messagesOf(staff(), silent)).toEqual([]);
      const noted = await closedCall(tenant, {}, disposition);
      expect(await messagesOf(staff(), noted)).toHaveLength(1);
    },
  );

  it('nobody is told where the number belongs to no client', async () => {
    const { operator } = tenant.actors;
    const { call } = await ringCall(operator, { from: '', to: '+493099988811', routeReason: 'direct' });
    await addNote(operator, { callId: call.id, kind: 'point', text: 'Looks for a dentist.' });
    await closeCall(operator, { callId: call.id, disposition: 'informed' });
    expect(await messagesOf(staff(), call)).toEqual([]);
  });

  it('and nobody has an e-mail address, it is held and says why', async () => {
    const phoneOnly = await createContact(tenant.actors.admin, {
      clientId: tenant.client.id,
      name: 'Ida Kern',
      title: '',
      methods: [{ channel: 'sms', address: '+4915112345678' }],
    });
    const elsewhere = world.contact.id;
    await removeContact(tenant.actors.admin, { contactId: tenant.deputy.id, isGapAccepted: true });
    await setMessageRule(tenant, { contactIds: [phoneOnly.id, elsewhere, tenant.deputy.id, newId()] });
    expect(await first(await closedCall(tenant))).toMatchObject({ state: 'held', heldBecause: 'no_contact' });
    await setMessageRule(tenant, { mode: 'digest', digestTimes: [] });
    expect(await first(await closedCall(tenant))).toMatchObject({ state: 'held', heldBecause: 'no_times' });
    expect(await mailsTo()).toEqual([]);
  });
});

it('one address gets one e-mail, whoever else has it too', async () => {
  const address = tenant.contact.methods[0]?.address ?? '';
  const twin = await createContact(tenant.actors.admin, {
    clientId: tenant.client.id,
    name: 'Front desk',
    title: '',
    methods: [{ channel: 'email', address: address.toUpperCase() }],
  });
  await setMessageRule(tenant, { contactIds: [tenant.contact.id, twin.id] });
  await closedCall(tenant);
  expect((await mailsTo()).map(({ to }) => to)).toEqual([address]);
});

describe('a correction after the close', () => {
  it('is a new point of the log and a new part of the message, each once', async () => {
    await setMessageRule(tenant, { mode: 'at_once' });
    const call = await closedCall(tenant);
    const wrong = (await getCall(staff(), call.id)).notes[0];
    const noteId = newId();
    const sent = await Promise.all(
      [1, 2, 3].map(() => correct(call, 'Was paid a third.', { noteId, correctsNoteId: wrong?.id ?? '' })),
    );
    expect(new Set(sent.map(({ id }) => id))).toEqual(new Set([noteId]));
    await correct(call, 'Her name is Weber with one e.');
    const parts = await messagesOf(client(), call);
    expect(parts.map(({ part, state }) => ({ part, state }))).toEqual([
      { part: 0, state: 'released' },
      { part: 1, state: 'released' },
      { part: 2, state: 'released' },
    ]);
    expect(parts[1]?.subject).toBe(`Correction: ${parts[0]?.subject ?? ''}`);
    expect(parts[1]?.lines.slice(0, 2)).toEqual([
      expect.stringMatching(/^Correction \d\d:\d\d by The operator: Was paid a third\.$/),
      expect.stringMatching(/^It corrects point 1 \(\d\d:\d\d\): “Was paid half”$/),
    ]);
    expect(parts[0]?.lines.join()).not.toContain('a third');
    expect((await mailsTo()).map(({ subject }) => subject)).toEqual(parts.map(({ subject }) => subject));
  });

  it('while the call is open is a point of the log alone', async () => {
    const { operator } = tenant.actors;
    const { call } = await ringCall(operator, { from: '', to: tenant.did.number, routeReason: 'direct' });
    await correct(call, 'Was paid a third.');
    expect(await messagesOf(staff(), call)).toEqual([]);
    await closeCall(operator, { callId: call.id, disposition: 'informed' });
    expect(await messagesOf(staff(), call)).toHaveLength(1);
  });

  it('of a call that made no message makes none', async () => {
    const call = await closedCall(tenant, { notes: [] }, 'wrong_number');
    await correct(call, 'It was the right number.');
    expect(await messagesOf(staff(), call)).toEqual([]);
  });

  it('goes by the client’s rule as it stands then', async () => {
    await setMessageRule(tenant, { mode: 'at_once' });
    const call = await closedCall(tenant);
    await setMessageRule(tenant, { mode: 'hold' });
    await correct(call, 'Was paid a third.');
    expect((await messagesOf(staff(), call)).map(({ state }) => state)).toEqual(['released', 'held']);
  });
});

it('lists by client, state and call, the newest first', async () => {
  const calls = [await closedCall(tenant), await closedCall(tenant)];
  await setMessageRule(tenant, { mode: 'at_once' });
  calls.push(await closedCall(tenant));
  const clientId = tenant.client.id;
  const ids = async (filter: object) =>
    (await listMessages(staff(), { clientId, limit: 50, ...filter })).items.map(({ callId }) => callId);
  expect(await ids({})).toEqual(calls.map(({ id }) => id).toReversed());
  expect(await ids({ state: 'held' })).toEqual([calls[1]?.id, calls[0]?.id]);
  expect(await ids({ state: 'released' })).toEqual([calls[2]?.id]);
  expect(await ids({ callId: calls[0]?.id })).toEqual([calls[0]?.id]);
});
