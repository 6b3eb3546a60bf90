// The promise ledger in the customer's words: every promise has an owner, a deadline, evidence and an end.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BriefingContentInput } from '../../src/domain/briefings/model';
import { breakPromise } from '../../src/domain/followups/break-promise';
import { cancelPromise } from '../../src/domain/followups/cancel-promise';
import {
  createPromiseInput,
  listPromisesInput,
  recordTryInput,
  type PromiseStanding,
} from '../../src/domain/promises/model';
import { getPromise, listPromises } from '../../src/domain/promises/promise-queries';
import { promiseStanding } from '../../src/domain/promises/promise-standing';
import { recordTry } from '../../src/domain/promises/record-try';
import type { Actor } from '../../src/kernel/actor';
import { after, HOUR } from '../../src/kernel/duration';
import { newId } from '../../src/kernel/ids';
import { addClient } from '../support/busy-day';
import { ledgerDesk, nextCaller } from '../support/ledger-desk';
import { takeBack, takeCall, tellCaller, wrongBriefing } from '../support/recall-day';
import { actorOf, makeWorld, publishedBriefing, type World } from '../support/world';

let world: World;
let operator: Actor;
let manager: Actor;
let desk: ReturnType<typeof ledgerDesk>;

beforeAll(async () => {
  world = await makeWorld();
  operator = world.actors.operator;
  manager = world.actors.account_manager;
  desk = ledgerDesk(world);
});

afterAll(() => world.stop());

const refused = (field: string) => ({
  code: 'INVALID',
  problems: [expect.objectContaining({ field })] as unknown,
});

describe('a promise is given', () => {
  it('with who, what, by when, what the caller was told, and the first reminder', async () => {
    const { id, dueAt, createdAt, before } = await desk.give({ owner: 'operator' });
    const { promise, lines, names } = await desk.ledgerOf(id);
    expect(promise).toMatchObject({
      state: 'open',
      ownerName: 'The operator',
      createdById: operator.id,
      reason: 'call',
      causeId: id,
      callerTimeZone: 'Europe/Berlin',
      clientTimeZone: 'Europe/Berlin',
    });
    expect(before).toMatch(/^I will (try to )?tell you when the rest is paid, (today|tomorrow) by/);
    expect(lines).toEqual([['given', before]]);
    expect(names).toEqual(['The operator']);
    const ahead = after(dueAt, -Math.floor((dueAt.getTime() - createdAt.getTime()) / 4));
    expect(await desk.remindersOf(id)).toMatchObject({ remind_stage: 'ahead', remind_at: ahead });
  });

  it('by the caller’s clock too, where they said that it is another one', async () => {
    const said = await desk.give({ callerTimeZone: 'America/New_York' });
    expect(said.callerTimeZone).toBe('America/New_York');
    expect(() => createPromiseInput.parse({ callerTimeZone: 'Here' })).toThrow();
  });

  it('never where the briefing permits none, or nobody of the client can be told before', async () => {
    const tenant = await addClient(world, 'Northgate Clinic');
    const content: BriefingContentInput = { assurances: [{ text: 'We look into it.', promiseRule: 'none' }] };
    await publishedBriefing(tenant, content);
    await expect(desk.give({ kind: 'fix' }, { tenant })).rejects.toMatchObject(refused('kind'));
    await world.ownerSql`
      update contact_methods set stopped_at = app_now() where client_id = ${tenant.client.id}`;
    await expect(desk.give({ owner: 'client' }, { tenant })).rejects.toMatchObject(refused('owner'));
    expect(await desk.list({ clientId: tenant.client.id })).toEqual([]);
  });
});

describe('a promise is kept', () => {
  it('with the call that shows it', async () => {
    const { id, callId } = await desk.give({ kind: 'callback' });
    const rangAgain = await takeCall(world, nextCaller());
    await desk.keep(id, { evidence: 'She rang again.', evidenceKind: 'call', evidenceId: rangAgain.id });
    const { promise, lines } = await desk.ledgerOf(id);
    expect(promise).toMatchObject({ state: 'kept', evidenceKind: 'call', evidenceId: rangAgain.id, callId });
    expect(lines.at(-1)).toEqual(['kept', 'She rang again.']);
    expect(await desk.auditOf(id)).toEqual(['promise.given', 'promise.kept']);
    expect(await desk.remindersOf(id)).toEqual({ remind_stage: null, remind_at: null });
  });

  it('by calling back and reaching the caller: the try is the evidence', async () => {
    const { id } = await desk.give({ kind: 'callback' });
    const tryId = newId();
    await recordTry(operator, recordTryInput.parse({ callbackId: id, outcome: 'reached', tryId }));
    const { promise, tries } = await getPromise(manager, { promiseId: id });
    expect(promise).toMatchObject({ state: 'kept', evidenceKind: 'call', evidenceId: tryId });
    expect(tries).toMatchObject([{ outcome: 'reached', byName: 'The operator' }]);
    expect(promiseStanding(promise, await world.readClock())).toBe('kept');
  });

  it('with the message that was sent, and with none that was not', async () => {
    const { id, clientId } = await desk.give({ kind: 'document' });
    const [sent, unsent] = [newId(), newId()];
    for (const [deliveryId, sentAt] of [
      [sent, new Date()],
      [unsent, null],
    ] as const) {
      await world.ownerSql`
        insert into deliveries (organization_id, id, client_id, cause_id, cycle, step, method_id, recipient_name,
          channel, address, cause, message, state, attempts, created_at, sent_at)
        values (${world.organizationId}, ${deliveryId}, ${clientId}, ${id}, 0, 0, ${deliveryId}, 'Kim Park', 'email',
          'kim@park.example', 'notice', '{}', 'sent', 1, app_now(), ${sentAt})`;
    }
    const by = (evidenceId: string) => desk.keep(id, { evidenceKind: 'delivery', evidenceId });
    await expect(by(unsent)).rejects.toMatchObject(refused('evidenceId'));
    await expect(by(newId())).rejects.toMatchObject(refused('evidenceId'));
    await expect(desk.keep(id, { evidenceId: sent })).rejects.toMatchObject(refused('evidenceId'));
    expect(await by(sent)).toMatchObject({ state: 'kept', evidenceKind: 'delivery', evidenceId: sent });
  });

  it('by the client’s contact, where it was theirs to do; never where it was not', async () => {
    const theirs = await desk.give({ owner: 'client' });
    const ours = await desk.give({ owner: 'service' });
    const { author, responsible_contact: contact } = world.actors;
    expect(await desk.keep(theirs.id, {}, contact)).toMatchObject({
      state: 'kept',
      endedByName: contact.name,
    });
    for (const actor of [author, contact]) {
      await expect(desk.keep(ours.id, {}, actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('late: that counts apart, in the list, in the ledger and in the audit', async () => {
    const { id, clientId } = await desk.give({ dueAt: await desk.inMinutes(30) });
    await world.moveClock(HOUR);
    const standing = async (wanted: PromiseStanding) =>
      (await desk.list({ clientId, standing: wanted })).map((promise) => promise.id);
    expect(await standing('overdue')).toContain(id);
    await desk.keep(id, { evidence: 'Told by phone.' });
    const { promise, lines } = await desk.ledgerOf(id);
    expect(promiseStanding(promise, await world.readClock())).toBe('kept_late');
    expect(lines.at(-1)).toEqual(['kept', 'Late: Told by phone.']);
    expect(await standing('kept_late')).toEqual([id]);
    expect(await standing('kept')).toContain(id);
    expect(await standing('overdue')).not.toContain(id);
    const [entry] = await world.ownerSql`
      select detail from audit_entries where subject_id = ${id} and action = 'promise.kept'`;
    expect(entry).toMatchObject({ detail: { isLate: true } });
  });
});

describe('a promise is broken', () => {
  it('with the reason, once; whoever comes later hears who said so', async () => {
    const { id } = await desk.give();
    const reason = 'The bank gave no date.';
    const broken = await breakPromise(operator, { promiseId: id, reason });
    expect(broken).toMatchObject({ state: 'broken', evidence: reason, endedByName: 'The operator' });
    expect(await breakPromise(manager, { promiseId: id, reason })).toEqual(broken);
    await expect(desk.keep(id)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(
        /^The operator has ended this promise on .+: it was not kept\.$/,
      ) as string,
    });
    expect((await desk.ledgerOf(id)).lines.map(([type]) => type)).toEqual(['given', 'broken']);
    expect(await desk.auditOf(id)).toEqual(['promise.given', 'promise.broken']);
  });

  it('by calling a number that was wrong', async () => {
    const { id } = await desk.give({ kind: 'callback' });
    await recordTry(operator, recordTryInput.parse({ callbackId: id, outcome: 'wrong_number' }));
    expect((await desk.ledgerOf(id)).promise).toMatchObject({ state: 'broken' });
    expect((await desk.ledgerOf(id)).lines.map(([type]) => type)).toEqual(['given', 'broken']);
  });
});

describe('a promise is called off', () => {
  it('by whoever gave it, or an account manager; by nobody else', async () => {
    const reason = 'The caller wants nothing any more.';
    const { id } = await desk.give();
    const colleague = actorOf(world.organizationId, 'operator', newId(), 'A colleague', null);
    await expect(cancelPromise(colleague, { promiseId: id, reason })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only whoever gave this promise, or an account manager, calls it off.',
    });
    const cancelled = await cancelPromise(operator, { promiseId: id, reason });
    expect(cancelled).toMatchObject({ state: 'cancelled', evidence: reason });
    expect(await cancelPromise(manager, { promiseId: id, reason })).toEqual(cancelled);
    const other = await desk.give();
    expect(await cancelPromise(manager, { promiseId: other.id, reason })).toMatchObject({
      state: 'cancelled',
    });
    expect((await desk.ledgerOf(other.id)).lines.at(-1)).toEqual(['cancelled', reason]);
    const { responsible_contact: contact } = world.actors;
    const theirs = await desk.give({ owner: 'client' });
    await expect(cancelPromise(contact, { promiseId: theirs.id, reason })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('the ledger', () => {
  it('lists by standing, by owner, and what recalls ask for, page by page in both directions', async () => {
    const tenant = await addClient(world, 'Eastgate Clinic');
    const clientId = tenant.client.id;
    const wrong = await wrongBriefing(tenant);
    await tellCaller(tenant, nextCaller(), wrong.statementId);
    await takeBack(tenant.actors.author, wrong);
    for (const minutes of [300, 200, 400]) {
      await desk.give(
        { dueAt: await desk.inMinutes(minutes), owner: minutes === 200 ? 'operator' : 'service' },
        { tenant },
      );
    }
    expect(await desk.list({ clientId })).toHaveLength(3);
    expect(await desk.list({ clientId, from: 'anywhere' })).toHaveLength(4);
    expect(await desk.list({ clientId, owner: 'operator' })).toHaveLength(1);
    expect(await desk.list({ clientId, standing: 'open' })).toHaveLength(3);
    for (const order of ['earliest', 'latest'] as const) {
      const all = (await desk.list({ clientId, from: 'anywhere', order })).map(({ id }) => id);
      const seen: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await listPromises(
          manager,
          listPromisesInput.parse({ clientId, from: 'anywhere', order, limit: 3, cursor }),
        );
        seen.push(...page.items.map(({ id }) => id));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(all);
    }
    const dues = (await desk.list({ clientId, order: 'latest' })).map(({ dueAt }) => dueAt.getTime());
    expect(dues).toEqual(dues.toSorted((a, b) => b - a));
    expect(await desk.list({ clientId }, world.actors.author)).toEqual([]);
  });
});
