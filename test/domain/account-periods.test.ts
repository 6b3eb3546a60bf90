// The account of a day or a week: of what time it tells, and that nothing is told twice or never.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '../../src/db/client';
import { claimDueAccounts } from '../../src/db/follow-gate';
import { answerCall } from '../../src/domain/calls/answer-call';
import { ringCall } from '../../src/domain/calls/ring-call';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { createPromise } from '../../src/domain/followups/create-promise';
import { updateCall } from '../../src/domain/recalls/update-call';
import { getAccount } from '../../src/domain/reports/account-queries';
import { deliverAccount } from '../../src/domain/reports/deliver-account';
import { getAccountInput } from '../../src/domain/reports/model';
import { after, DAY, HOUR, MINUTE } from '../../src/kernel/duration';
import { AccountStage } from '../support/account-stage';
import { closedCall } from '../support/told-client';
import type { World } from '../support/world';

let stage: AccountStage;
let world: World;

beforeAll(async () => {
  stage = await AccountStage.open();
  ({ world } = stage);
});

afterAll(() => world.stop());

beforeEach(() => stage.begin());

describe('of what time it tells', () => {
  it('of a whole day at first, and then of what came since', async () => {
    await closedCall(world);
    const subscription = await stage.forContact();
    await closedCall(world);
    const [first] = await stage.give(subscription);
    expect(first?.message.subject).toMatch(/2 calls, /);
    await closedCall(world);
    const [second] = await stage.give(subscription);
    expect(second?.message.subject).toMatch(/1 call, /);
  });

  it('asked too early, twice, or by two at once: one', async () => {
    const subscription = await stage.forContact();
    await closedCall(world);
    await deliverAccount(stage.engine, subscription.id);
    expect(await stage.mails()).toEqual([]);
    await stage.comeDue(subscription);
    await Promise.all([1, 2, 3].map(() => deliverAccount(stage.engine, subscription.id)));
    await deliverAccount(stage.engine, subscription.id);
    expect(await stage.mails()).toHaveLength(1);
  });

  it('of all since the last one, in one mail, when the worker was away over three evenings', async () => {
    const subscription = await stage.forContact();
    const told = await stage.comeDue(subscription);
    await stage.give(subscription);
    await stage.comeDue(subscription);
    for (let day = 0; day < 3; day += 1) {
      await closedCall(world);
      await world.moveClock(DAY);
    }
    expect(await claimDueAccounts(database().sql, 10, 20)).toMatchObject([{ id: subscription.id }]);
    await deliverAccount(stage.engine, subscription.id);
    const [mail, ...more] = await stage.mails();
    expect(more).toEqual([]);
    expect(mail?.message.subject).toMatch(/^The 4 days to .* 3 calls, /);
    expect(new URL(mail?.message.path ?? '', 'https://x').searchParams.get('from')).toBe(told.toISOString());
    expect(await claimDueAccounts(database().sql, 10, 20)).toEqual([]);
  });

  it('says that it is late', async () => {
    const subscription = await stage.forContact();
    await closedCall(world);
    await stage.comeDue(subscription);
    await world.moveClock(5 * HOUR);
    const [mail] = await stage.give(subscription);
    expect(mail?.message.lines[1]).toBe('This account comes late by 5 h: it could not be made in time.');
  });

  it('fails halfway and leaves nothing behind', async () => {
    const subscription = await stage.forContact();
    await closedCall(world);
    await stage.comeDue(subscription);
    await world.ownerSql`alter table audit_entries add constraint full_disk check (action <> 'account.sent') not valid`;
    await expect(deliverAccount(stage.engine, subscription.id)).rejects.toThrow();
    expect(await stage.mails()).toEqual([]);
    await world.ownerSql`alter table audit_entries drop constraint full_disk`;
    expect(await stage.give(subscription)).toHaveLength(1);
  });

  it('moved to another time it tells nothing twice', async () => {
    const subscription = await stage.forContact();
    await closedCall(world);
    await stage.give(subscription);
    const moved = await stage.forContact({ time: '09:00', leastUrgency: 'urgent' });
    expect(moved).toMatchObject({ id: subscription.id, time: '09:00', leastUrgency: 'urgent' });
    expect(await stage.give(moved)).toEqual([]);
  });

  it.each([
    ['23', 3],
    ['25', 10],
  ])('a day of %s hours has one account, of all of its hours', async (hours, month) => {
    const now = await world.readClock();
    const change = lastSunday(now.getUTCFullYear() + 1, month);
    // 18:00 in Berlin on the evening before, and then on the day itself.
    await stage.moveTo(new Date(change - DAY + 12 * HOUR));
    const subscription = await stage.forContact();
    const before = await stage.comeDue(subscription);
    await closedCall(world);
    await deliverAccount(stage.engine, subscription.id);
    await stage.mails();
    await stage.moveTo(new Date(change + HOUR + MINUTE));
    await closedCall(world, { callerName: 'Ute Maier' });
    const due = await stage.comeDue(subscription);
    expect(due.getTime() - before.getTime()).toBe(Number(hours) * HOUR);
    const [mail, ...more] = await stage.give(subscription);
    expect(more).toEqual([]);
    // One that rang after the account of before was due, and one in the night.
    expect(mail?.message.subject).toMatch(/: 2 calls, /);
    expect(mail?.message.lines[0]).toMatch(/^From Sat .*, 18:00 to 18:00 \(Europe\/Berlin\)\.$/);
  });
});

/** Midnight UTC of the last Sunday of a month: clocks in Europe change an hour later. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 0));
  return last.getTime() - last.getUTCDay() * DAY;
}

describe('what it tells', () => {
  it('nothing of a day on which nothing happened, unless that is wished', async () => {
    const subscription = await stage.forContact();
    expect(await stage.give(subscription)).toEqual([]);
    const wished = await stage.forContact({ isSentEmpty: true });
    expect(await stage.give(wished)).toHaveLength(1);
  });

  it('escalations and promises, whatever the urgency, and calls from the wished one on', async () => {
    const { operator } = world.actors;
    const subscription = await stage.forContact({ leastUrgency: 'emergency' });
    const ring = { from: '+4915112345678', to: world.did.number, routeReason: 'overflow' as const };
    const { call } = await ringCall(operator, ring);
    await answerCall(operator, call.id);
    await updateCall(operator, { callId: call.id, callerName: 'Jonas Weber', issue: 'a wrong payslip' });
    await startEscalation(operator, {
      callId: call.id,
      urgency: 'urgent',
      summary: 'Jonas Weber is furious.',
    });
    await createPromise(operator, {
      callId: call.id,
      kind: 'information',
      what: 'when Jonas Weber gets the rest',
      owner: 'service',
      dueAt: after(await world.readClock(), 40 * MINUTE).toISOString(),
    });
    const [mail] = await stage.give(subscription);
    expect(mail?.message.sections).toEqual([
      {
        title: 'Still open',
        lines: [
          expect.stringMatching(/^Urgent escalation of .*: nobody has acknowledged it for /),
          expect.stringMatching(/^Information promised for .*, by the answering service: /),
        ],
      },
      { title: 'Routine calls (1)', lines: ['Only counted, as you wished.'] },
    ]);
    expect(JSON.stringify(mail?.message)).not.toMatch(/Jonas|furious|gets the rest/);
    const at = new URL(mail?.message.path ?? '', 'https://x').searchParams;
    const input = getAccountInput.parse({ from: at.get('from'), to: at.get('to') });
    const account = await getAccount(world.actors.author, input);
    expect(account.callsTold).toMatchObject([{ personal: { callerName: 'Jonas Weber' } }]);
    expect(account.promisesTold).toMatchObject([{ personal: { words: 'when Jonas Weber gets the rest' } }]);
    expect(account).toMatchObject({
      clientName: 'Brightwater Payroll',
      escalationsBegun: 1,
      promises: { given: 1 },
    });
    await expect(getAccount(operator, input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
