import { expect } from 'vitest';
import { acknowledgeEscalation } from '@/domain/escalations/acknowledge-escalation';
import type { EscalationCard } from '@/domain/escalations/model';
import { SECOND } from '@/kernel/duration';
import { startChildWorker } from '../support/child-worker';
import { test, type Stage } from '../support/stage';
import { waitFor } from '../support/wait-for';

/** The lease of an attempt, and a little. */
const PAST_THE_LEASE = 61 * SECOND;

test('killed before the claim: another worker sends it, once', async ({ stage }) => {
  const worker = await startChildWorker(stage.settings);
  const attempts = await stage.lockTable('attempts');
  const escalation = await stage.escalate();
  await stage.someoneWaits('attempts');
  await worker.kill();
  await attempts.release();
  expect(await rowsOf(stage, escalation)).toMatchObject({ state: 'pending', attempts: [] });

  await stage.startWorker();
  await stage.sink.expectMailTo(stage.contact, 30 * SECOND);
  await stage.settled();
  expect(await rowsOf(stage, escalation)).toMatchObject({
    state: 'sent',
    isPossiblyDuplicated: false,
    attempts: ['sent'],
  });
});

test('killed while the mail server thinks: sent again after the lease, and marked', async ({ stage }) => {
  const { sink, world } = stage;
  const held = sink.hold(stage.contact);
  const worker = await startChildWorker(stage.settings);
  const escalation = await stage.escalate();
  const first = await held.mail;
  await worker.kill();
  expect(await rowsOf(stage, escalation)).toMatchObject({ state: 'sending', attempts: ['sending'] });

  await stage.startWorker();
  await world.moveClock(PAST_THE_LEASE);
  const second = await sink.expectMailTo(stage.contact, 30 * SECOND);
  expect(second.messageId).toBe(first.messageId);
  await stage.settled();
  expect(await rowsOf(stage, escalation)).toMatchObject({
    state: 'sent',
    isPossiblyDuplicated: true,
    attempts: ['unknown', 'sent'],
  });
});

test('killed after the mail was accepted, before that was written down', async ({ stage }) => {
  const { sink, world } = stage;
  const held = sink.hold(stage.contact);
  const worker = await startChildWorker(stage.settings);
  const escalation = await stage.escalate();
  await held.mail;
  const timeline = await stage.lockTable('escalation_events');
  held.release();
  const first = await sink.expectMailTo(stage.contact);
  await stage.someoneWaits('escalation_events');
  await worker.kill();
  await timeline.release();
  expect(await rowsOf(stage, escalation)).toMatchObject({ state: 'sending', attempts: ['sending'] });

  await stage.startWorker();
  await world.moveClock(PAST_THE_LEASE);
  const second = await sink.expectMailTo(stage.contact, 30 * SECOND);
  expect(second.messageId).toBe(first.messageId);
  await stage.settled();
  expect(await rowsOf(stage, escalation)).toMatchObject({
    state: 'sent',
    isPossiblyDuplicated: true,
    attempts: ['unknown', 'sent'],
  });
});

test('killed while the mail server thinks, and acknowledged since: not sent again', async ({ stage }) => {
  const { sink, world } = stage;
  const held = sink.hold(stage.contact);
  const worker = await startChildWorker(stage.settings);
  const escalation = await stage.escalate();
  await held.mail;
  await worker.kill();
  await acknowledgeEscalation(world.actors.operator, { escalationId: escalation.id, via: 'app' });

  await stage.startWorker();
  await world.moveClock(PAST_THE_LEASE);
  await stage.settled();
  expect(await rowsOf(stage, escalation)).toMatchObject({ state: 'skipped', attempts: ['unknown'] });
});

test('asked to stop, a worker finishes what it has in hand', async ({ stage }) => {
  const { sink } = stage;
  const held = sink.hold(stage.contact);
  const worker = await startChildWorker(stage.settings);
  const escalation = await stage.escalate();
  await held.mail;
  const stopped = worker.stop();
  held.release();
  const { code, milliseconds } = await stopped;
  expect(code).toBe(0);
  expect(milliseconds).toBeLessThan(10 * SECOND);
  await sink.expectMailTo(stage.contact);
  expect(await rowsOf(stage, escalation)).toMatchObject({ state: 'sent', attempts: ['sent'] });
});

test('asked to stop, a worker does not wait for a mail server that hangs', async ({ stage }) => {
  const held = stage.sink.hold(stage.contact);
  const worker = await startChildWorker(stage.settings);
  const escalation = await stage.escalate();
  await held.mail;
  const { code, milliseconds } = await worker.stop();
  expect(code).toBe(0);
  expect(milliseconds).toBeLessThan(10 * SECOND);
  expect(await rowsOf(stage, escalation)).toMatchObject({
    state: 'failed_temporary',
    failure: 'The worker was stopped before the mail server answered.',
    attempts: ['unknown'],
  });
});

type Rows = { state: string; isPossiblyDuplicated: boolean; failure: string | null; attempts: string[] };

/** The one delivery of an escalation, and the states of its attempts in order. */
async function rowsOf({ world }: Stage, escalation: EscalationCard): Promise<Rows> {
  return waitFor('one delivery', async () => {
    const rows = await world.ownerSql<Rows[]>`
      select d.state, d.is_possibly_duplicated as "isPossiblyDuplicated", d.failure,
             coalesce((select array_agg(a.state order by a.number) from attempts a
                       where a.delivery_id = d.id), '{}') as attempts
      from deliveries d where d.cause_id = ${escalation.id}`;
    return rows.length === 1 && rows[0];
  });
}
