// What a caller was promised: who does it, by when, what the briefing permits, and how it was kept.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BriefingContentInput } from '../../src/domain/briefings/model';
import { resolveBriefing } from '../../src/domain/briefings/resolve-briefing';
import { closeCall } from '../../src/domain/messages/close-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { createPromise } from '../../src/domain/followups/create-promise';
import { keepPromise } from '../../src/domain/followups/keep-promise';
import { getDeskSnapshot } from '../../src/domain/escalations/desk-queries';
import { createPromiseInput, listPromisesInput } from '../../src/domain/promises/model';
import { listPromises } from '../../src/domain/promises/promise-queries';
import { updateCall } from '../../src/domain/recalls/update-call';
import type { Actor } from '../../src/kernel/actor';
import { after, DAY, HOUR, MINUTE } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { takeCall } from '../support/recall-day';
import { addClient } from '../support/busy-day';
import { makeWorld, publishedBriefing, type Tenant, type World } from '../support/world';

let world: World;
let now: Date;
let operator: Actor;

beforeAll(async () => {
  world = await makeWorld();
  operator = world.actors.operator;
  now = (await getDeskSnapshot(operator)).now;
});

afterAll(() => world.stop());

const inHours = (hours: number) => after(now, hours * HOUR).toISOString();

const give = (callId: string, changes: Record<string, unknown> = {}, actor = operator) =>
  createPromise(
    actor,
    createPromiseInput.parse({
      callId,
      kind: 'callback',
      what: 'the wrong payslip',
      dueAt: inHours(5),
      ...changes,
    }),
  );

const open = async (filter: Record<string, unknown>, actor = operator) =>
  (await listPromises(actor, listPromisesInput.parse(filter))).items;

/** A call to a client of its own, whose briefing is in force. */
async function incidentCall(changes: BriefingContentInput = {}) {
  const tenant = await addClient(world, 'Northgate Clinic');
  const briefing = await publishedBriefing(tenant, changes);
  return { tenant, briefing, call: await takeCall(tenant, '+4915112345678') };
}

const rows = (id: string) => world.ownerSql`
  select kind, reason, cause_id, briefing_id, owner, owner_id, owner_name, rule, before, caller_phone
  from promises where id = ${id}`;

const eventsOf = async (type: string, id: string) =>
  world.ownerSql`select payload from live_events where type = ${type} and payload::text like ${`%${id}%`} order by seq`;

const refusal = (words: string, field?: string) => ({
  code: field === undefined ? 'CONFLICT' : 'INVALID',
  ...(field === undefined ? { message: words } : { problems: [{ field, words }] }),
});

describe('an operator promises', () => {
  it('a call back: it stands under the promises and the callbacks by deadline, with who and by when', async () => {
    const { call, briefing } = await incidentCall();
    const promise = await give(call.id, { owner: 'operator' });
    expect(promise).toMatchObject({
      callId: call.id,
      clientName: 'Northgate Clinic',
      state: 'open',
      owner: 'operator',
      ownerId: operator.id,
      ownerName: 'The operator',
      callerPhone: '+4915112345678',
      createdByName: 'The operator',
      evidence: '',
    });
    expect(await rows(promise.id)).toMatchObject([
      { reason: 'call', cause_id: promise.id, briefing_id: briefing.id, rule: 'will_try' },
    ]);
    const { promises, callbacks } = await getDeskSnapshot(operator);
    expect(promises.map(({ id }) => id)).toContain(promise.id);
    const callback = callbacks.find(({ id }) => id === promise.id);
    expect(callback).toMatchObject({
      reason: 'call',
      sayNow: 'the wrong payslip',
      isAwaitingApproval: false,
    });
    expect(callback?.before).toMatch(
      /^I will try to call you back (today|tomorrow) by \d\d:\d\d \(London\) about the wrong payslip\.$/,
    );
    expect(await eventsOf('promise.changed', promise.id)).toHaveLength(1);
    expect(await eventsOf('callback.changed', promise.id)).toHaveLength(1);
  });

  it('once, however often it is sent, also after the call was closed', async () => {
    const call = await takeCall(world, '+4915112345601');
    const promiseId = newId();
    const sent = await Promise.all([1, 2, 3].map(() => give(call.id, { promiseId })));
    expect(new Set(sent.map(({ id }) => id))).toEqual(new Set([promiseId]));
    await closeCall(operator, { callId: call.id, disposition: 'callback_promised' });
    expect(await give(call.id, { promiseId, what: 'other words' })).toMatchObject({
      what: 'the wrong payslip',
    });
    expect(await open({ callId: call.id })).toHaveLength(1);
    const other = await takeCall(world, '+4915112345602');
    await expect(give(other.id, { promiseId })).rejects.toMatchObject(
      refusal('This promise belongs to another call.'),
    );
  });

  it('nothing in a call that is closed', async () => {
    const call = await takeCall(world, '+4915112345603');
    await closeCall(operator, { callId: call.id, disposition: 'informed' });
    await expect(give(call.id)).rejects.toMatchObject(
      refusal('This call is closed: nothing can be promised in it any more.'),
    );
  });

  it('nothing for a number that belongs to nobody', async () => {
    const { call } = await ringCall(operator, {
      from: '+4915112345604',
      to: '+493099999999',
      routeReason: 'direct',
    });
    await expect(give(call.id)).rejects.toMatchObject(
      refusal('This number belongs to no client yet: there is nobody to promise for.'),
    );
  });

  it('no call back where no number is known, until one is', async () => {
    const call = await takeCall(world, 'anonymous');
    await expect(give(call.id)).rejects.toMatchObject(
      refusal('Nobody can call back without a number. Write down the caller’s number first.', 'kind'),
    );
    await updateCall(operator, { callId: call.id, callerPhone: '+49 30 7654321' });
    expect(await give(call.id)).toMatchObject({ callerPhone: '+49307654321' });
  });

  it('and the caller’s number, corrected later, is the one that is called', async () => {
    const call = await takeCall(world, '+4915112345605');
    const { id } = await give(call.id);
    await updateCall(operator, { callId: call.id, callerPhone: '+49 30 1112222', callerName: 'Kim Park' });
    const caller = { callerName: 'Kim Park', callerPhone: '+49301112222' };
    expect(await open({ callId: call.id })).toMatchObject([caller]);
    const { callbacks } = await getDeskSnapshot(operator);
    expect(callbacks.find((callback) => callback.id === id)).toMatchObject(caller);
    // The desks that hold it hear of it, too.
    const told = await eventsOf('callback.changed', id);
    expect(JSON.stringify(told.at(-1))).toContain('+49301112222');
  });

  it.each([
    ['before the ring', -1, 'That time has passed. Choose a later one.'],
    ['in a year', 365 * 24, 'Promise nothing more than 90 days ahead.'],
  ])('nothing %s', async (_, hours, words) => {
    const call = await takeCall(world, '+4915112345606');
    await expect(give(call.id, { dueAt: inHours(hours) })).rejects.toMatchObject(refusal(words, 'dueAt'));
  });
});

describe('the briefing', () => {
  it('that permits no remedy leaves a call back and information, by the strictest of its assurances', async () => {
    const { call } = await incidentCall({
      assurances: [
        { text: 'Everybody is paid.', promiseRule: 'will_fix' },
        { text: 'We look into it.', promiseRule: 'none' },
      ],
    });
    const words = 'The briefing permits no promise of a remedy. Promise a call back or information instead.';
    for (const kind of ['fix', 'document', 'other']) {
      await expect(give(call.id, { kind })).rejects.toMatchObject(refusal(words, 'kind'));
    }
    for (const kind of ['callback', 'information'])
      expect(await give(call.id, { kind })).toMatchObject({ kind });
  });

  it('that lets a remedy be promised has it said outright', async () => {
    const { call } = await incidentCall({ assurances: [{ text: 'We mend it.', promiseRule: 'will_fix' }] });
    await world.ownerSql`update calls set playbook_id = 'notes_first' where id = ${call.id}`;
    const { id } = await give(call.id, { kind: 'fix', what: 'the payslip' });
    const [row] = await rows(id);
    expect(row).toMatchObject({ rule: 'will_fix', caller_phone: null });
    expect(row?.before).toMatch(/^We will put right the payslip /);
  });

  it('that ends first has no words for the service afterwards: then the client’s contact does it', async () => {
    const { call } = await incidentCall({ endsAt: inHours(4) });
    await expect(give(call.id)).rejects.toMatchObject(
      refusal(
        'The briefing ends before then. Choose an earlier time, or let the client’s contact do it.',
        'dueAt',
      ),
    );
    expect(await give(call.id, { owner: 'client' })).toMatchObject({ owner: 'client', ownerId: null });
  });

  it('still binds the calls that began under it when it is over', async () => {
    const { call, tenant, briefing } = await incidentCall({
      assurances: [{ text: 'We look into it.', promiseRule: 'none' }],
    });
    await resolveBriefing(tenant.actors.author, briefing.id);
    await expect(give(call.id, { kind: 'fix' })).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('the client’s contact', () => {
  const policyOf = ({ client, contact, actors }: Tenant, hasContact: boolean) =>
    setPolicy(actors.admin, {
      clientId: client.id,
      cycles: 1,
      acknowledgementTimeoutSeconds: null,
      steps: [
        { targets: [{ type: 'account_manager' }], delaySeconds: 3_600 },
        ...(hasContact
          ? [{ targets: [{ type: 'contact' as const, id: contact.id }], delaySeconds: 60 }]
          : []),
      ],
    });
  const words = 'Nobody at the client can be told before then. Choose a later time, or somebody else.';

  it('keeps a promise only when somebody is told before its deadline', async () => {
    const tenant = await addClient(world, 'Alder Housing');
    await policyOf(tenant, true);
    const call = await takeCall(tenant, '+4915112345611');
    const soon = { owner: 'client', dueAt: after(now, 50 * MINUTE).toISOString() };
    await expect(give(call.id, soon)).rejects.toMatchObject(refusal(words, 'owner'));
    expect(await give(call.id, { ...soon, owner: 'service' })).toMatchObject({ ownerName: '' });
    expect(await give(call.id, { owner: 'client', dueAt: inHours(2) })).toMatchObject({ state: 'open' });
  });

  it('is nobody where only the account managers would be told', async () => {
    const tenant = await addClient(world, 'Alder Housing');
    await policyOf(tenant, false);
    const call = await takeCall(tenant, '+4915112345612');
    await expect(give(call.id, { owner: 'client', dueAt: inHours(48) })).rejects.toMatchObject(
      refusal(words, 'owner'),
    );
  });
});

describe('the list of promises', () => {
  it('stands by deadline, page by page, of one client, one call or one state', async () => {
    const tenant = await addClient(world, 'Quayside Dental');
    const call = await takeCall(tenant, '+4915112345631');
    const hours = [6, 2, 4, 2, 8];
    const given = [];
    for (const hour of hours) given.push(await give(call.id, { kind: 'information', dueAt: inHours(hour) }));
    const [first] = given;
    await keepPromise(operator, { promiseId: first?.id ?? '', evidence: 'Told.' });
    const filter = { clientId: tenant.client.id };
    const dues = (await open({ ...filter, state: 'open' })).map(({ dueAt }) => dueAt.toISOString());
    expect(dues).toEqual([2, 2, 4, 8].map(inHours));
    expect(await open({ ...filter, state: 'kept' })).toMatchObject([{ id: first?.id }]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listPromises(operator, listPromisesInput.parse({ ...filter, limit: 2, cursor }));
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual((await open({ callId: call.id })).map(({ id }) => id));
    expect(seen).toHaveLength(5);
  });

  it('shows a client’s people what their own callers were promised, and recalls are no promises', async () => {
    const tenant = await addClient(world, 'Quayside Dental');
    const call = await takeCall(tenant, '+4915112345632');
    const { id } = await give(call.id);
    expect((await open({}, tenant.actors.author)).map((promise) => promise.id)).toEqual([id]);
    await expect(give(call.id, {}, tenant.actors.author)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

it('a deadline is an instant: a wall time of no place is none', () => {
  const input = { callId: newId(), kind: 'callback', what: 'x', dueAt: after(now, DAY).toISOString() };
  expect(createPromiseInput.safeParse(input).success).toBe(true);
  const { error } = createPromiseInput.safeParse({ ...input, dueAt: '2026-03-29T17:00' });
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'A promise needs a deadline: a date and a time.',
  ]);
});
