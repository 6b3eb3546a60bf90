// One message from "due" to its outcome, in the hands of workers that may be slow, doubled or dead.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineActor } from '../../src/db/gate';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { advanceEscalation } from '../../src/domain/escalations/advance-escalation';
import { setPolicyInput, type Escalation } from '../../src/domain/escalations/model';
import { getEscalation } from '../../src/domain/escalations/queries';
import { recordAttemptOutcome } from '../../src/domain/escalations/record-attempt-outcome';
import { setPolicy } from '../../src/domain/escalations/set-policy';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { claimDelivery } from '../../src/domain/notifications/claim-delivery';
import type { ClaimedDelivery } from '../../src/domain/notifications/claimed-delivery';
import type { SendOutcome } from '../../src/domain/notifications/model';
import type { Actor } from '../../src/kernel/actor';
import { SECOND } from '../../src/kernel/duration';
import { makeWorld, type World } from '../support/world';

const sent: SendOutcome = { kind: 'sent', providerId: 'provider 1' };
const busy: SendOutcome = { kind: 'failed_temporary', words: 'The mail server is busy.' };
const unknownAddress: SendOutcome = { kind: 'failed_permanent', words: 'Nobody has this address.' };

let world: World;
let engine: Actor;
let escalationId: string;

afterEach(() => world.stop());

const contactStep = (...people: { id: string }[]) => ({
  targets: people.map(({ id }) => ({ type: 'contact', id })),
  delaySeconds: 300,
});

async function policy(steps: object[], cycles = 1): Promise<void> {
  await setPolicy(world.actors.admin, setPolicyInput.parse({ clientId: world.client.id, steps, cycles }));
}

async function escalate(): Promise<void> {
  const input = { clientId: world.client.id, urgency: 'urgent' as const, summary: 'The money is missing.' };
  escalationId = (await startEscalation(world.actors.operator, input)).id;
}

// A world for each: what waits for the same person travels together, and an address has room for so much a minute.
beforeEach(async () => {
  world = await makeWorld();
  engine = engineActor(world.organizationId);
  const managers = { targets: [{ type: 'account_manager' }], delaySeconds: 600 };
  await policy([contactStep(world.contact), contactStep(world.deputy), managers]);
  await escalate();
});

const read = () => getEscalation(world.actors.admin, escalationId);
const to = (name: string, { deliveries }: Escalation) =>
  deliveries.find(({ recipientName }) => recipientName === name);

async function claim(name = 'Tom Becker'): Promise<ClaimedDelivery | null> {
  return claimDelivery(engine, to(name, await read())?.id ?? '');
}

async function inHand(name = 'Tom Becker'): Promise<ClaimedDelivery> {
  const claimed = await claim(name);
  if (claimed === null) throw new Error(`There is nothing to send to ${name}.`);
  return claimed;
}

const finish = (claimed: ClaimedDelivery, outcome: SendOutcome) =>
  recordAttemptOutcome(engine, claimed, outcome);
const passSeconds = (seconds: number) => world.moveClock(seconds * SECOND);

async function attemptsOf({ id }: { id: string }) {
  const rows = await world.ownerSql<{ number: number; state: string; failure: string | null }[]>`
    select number, state, failure from attempts where delivery_id = ${id} order by number`;
  return rows.map(({ number, state }) => `${number} ${state}`);
}

describe('a message', () => {
  it('says what it is about, as it was when it became due', async () => {
    expect(await inHand()).toMatchObject({
      channel: 'email',
      recipientName: 'Tom Becker',
      state: 'sending',
      attempts: 1,
      isPossiblyDuplicated: false,
      message: {
        organizationName: 'Harbor Answering',
        organizationPhone: '+493055550100',
        clientName: 'Brightwater Payroll',
        timeZone: 'Europe/Berlin',
        urgency: 'urgent',
        summary: 'The money is missing.',
      },
    });
  });

  it('that was sent is sent: nobody takes it in hand again', async () => {
    const claimed = await inHand();
    expect(await attemptsOf(claimed)).toEqual(['1 sending']);
    await finish(claimed, sent);
    const now = await read();
    expect(to('Tom Becker', now)).toMatchObject({ state: 'sent', attempts: 1, failure: null });
    expect(to('Tom Becker', now)?.sentAt).toBeInstanceOf(Date);
    expect(now.timeline.at(-1)?.words).toBe('Sent to Tom Becker by e-mail');
    expect(await attemptsOf(claimed)).toEqual(['1 sent']);
    await passSeconds(3_600);
    expect(await claim()).toBeNull();
    expect(now).toMatchObject({ state: 'open', step: 1 });
  });

  it('is in one hand at a time', async () => {
    const claims = await Promise.all(Array.from({ length: 5 }, () => claim()));
    const taken = claims.filter((claimed) => claimed !== null);
    expect(taken).toHaveLength(1);
    expect(await claim()).toBeNull();
  });

  it('is carried by nobody but the engine', async () => {
    const claimed = await inHand();
    for (const actor of [world.actors.admin, world.actors.responsible_contact]) {
      await expect(claimDelivery(actor, claimed.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(recordAttemptOutcome(actor, claimed, sent)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const elsewhere = engineActor((await world.addTenant('Lighthouse Calls')).organizationId);
    expect(await claimDelivery(elsewhere, claimed.id)).toBeNull();
  });
});

describe('a temporary failure', () => {
  it('is tried again after its wait, and not before', async () => {
    await finish(await inHand(), busy);
    const now = await read();
    const waiting = to('Tom Becker', now);
    expect(waiting).toMatchObject({ state: 'failed_temporary', failure: 'The mail server is busy.' });
    expect(waiting?.nextAttemptAt).toBeInstanceOf(Date);
    expect(now.timeline.at(-1)?.words).toBe(
      'Could not reach Tom Becker by e-mail: The mail server is busy. It will be tried again.',
    );
    await passSeconds(19);
    expect(await claim()).toBeNull();
    await passSeconds(1);
    const again = await inHand();
    expect(again).toMatchObject({ attempts: 2, isPossiblyDuplicated: false });
    await finish(again, sent);
    expect(await attemptsOf(again)).toEqual(['1 failed_temporary', '2 sent']);
    expect(to('Tom Becker', await read())).toMatchObject({ state: 'sent', failure: null });
  });

  it('again and again ends as a permanent one, and the next person is told at once', async () => {
    for (const wait of [20, 60, 180, 300, 600, 900]) {
      await finish(await inHand(), busy);
      expect(await read()).toMatchObject({ state: 'open', step: 1 });
      await passSeconds(wait);
    }
    await finish(await inHand(), busy);
    const now = await read();
    expect(to('Tom Becker', now)).toMatchObject({
      state: 'failed_permanent',
      attempts: 7,
      nextAttemptAt: null,
    });
    expect(now).toMatchObject({ state: 'open', step: 2 });
    expect(to('Eva Schulz', now)).toMatchObject({ state: 'pending' });
  });

  it('after somebody acknowledged meanwhile is the end of it', async () => {
    const claimed = await inHand();
    await acknowledgeEscalation(world.actors.operator, { escalationId, via: 'app' });
    await finish(claimed, busy);
    await passSeconds(3_600);
    expect(await claim()).toBeNull();
    expect(to('Tom Becker', await read())).toMatchObject({ state: 'skipped', nextAttemptAt: null });
  });
});

describe('a permanent failure', () => {
  it('of the last hope begins the next step at once', async () => {
    await finish(await inHand(), unknownAddress);
    const now = await read();
    expect(now).toMatchObject({ state: 'open', step: 2 });
    expect(now.timeline.map(({ type }) => type)).toEqual([
      'started',
      'step_begun',
      'failed',
      'step_empty',
      'step_begun',
    ]);
    await finish(await inHand('Eva Schulz'), unknownAddress);
    await finish(await inHand('The account manager'), unknownAddress);
    expect(await read()).toMatchObject({ state: 'unanswered', nextStepDueAt: null });
  });

  it('of one of two leaves the other its time', async () => {
    await policy([contactStep(world.contact, world.deputy)], 2);
    await escalate();
    await finish(await inHand('Tom Becker'), unknownAddress);
    expect(await read()).toMatchObject({ state: 'open', cycle: 1 });
    await finish(await inHand('Eva Schulz'), unknownAddress);
    expect(await read()).toMatchObject({ state: 'open', cycle: 2, step: 1 });
  });

  it('of a step gone by moves nothing', async () => {
    const claimed = await inHand();
    await passSeconds(300);
    await advanceEscalation(engine, escalationId);
    await finish(claimed, unknownAddress);
    const now = await read();
    expect(to('Tom Becker', now)).toMatchObject({ state: 'failed_permanent' });
    expect(now.timeline.filter(({ type }) => type === 'step_begun')).toHaveLength(2);
  });
});

describe('a worker that died with the message in its hands', () => {
  it('leaves it alone until the lease is over; then it is sent again and marked', async () => {
    const lost = await inHand();
    await passSeconds(59);
    expect(await claim()).toBeNull();
    await passSeconds(1);
    const again = await inHand();
    expect(again).toMatchObject({ attempts: 2, isPossiblyDuplicated: true, state: 'sending' });
    expect(await attemptsOf(lost)).toEqual(['1 unknown', '2 sending']);
    await finish(again, sent);
    expect(to('Tom Becker', await read())).toMatchObject({ state: 'sent', isPossiblyDuplicated: true });
  });

  it('and comes back with an outcome changes nothing any more', async () => {
    const lost = await inHand();
    await passSeconds(60);
    const again = await inHand();
    for (const outcome of [unknownAddress, busy, sent]) {
      await finish(lost, outcome);
      const now = await read();
      expect(to('Tom Becker', now)).toMatchObject({
        state: 'sending',
        attempts: 2,
        failure: null,
        sentAt: null,
      });
      expect(now.timeline.map(({ type }) => type)).toEqual(['started', 'step_begun']);
    }
    await finish(again, busy);
    await finish(lost, sent);
    expect(to('Tom Becker', await read())).toMatchObject({ state: 'failed_temporary', attempts: 2 });
  });

  it('is not replaced by another once somebody acknowledged', async () => {
    const lost = await inHand();
    await acknowledgeEscalation(world.actors.operator, { escalationId, via: 'app' });
    await passSeconds(60);
    expect(await claim()).toBeNull();
    expect(to('Tom Becker', await read())).toMatchObject({ state: 'skipped', attempts: 1 });
    expect(await attemptsOf(lost)).toEqual(['1 unknown']);
  });

  it('is found by one of two others', async () => {
    const lost = await inHand();
    await passSeconds(60);
    const claims = await Promise.all([claim(), claim()]);
    expect(claims.filter((claimed) => claimed !== null)).toHaveLength(1);
    expect(await attemptsOf(lost)).toEqual(['1 unknown', '2 sending']);
  });
});
