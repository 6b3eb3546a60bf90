// The promise ledger's engine: a worker that was down, a queue that is lost, a turn that comes twice.
import { expect } from 'vitest';
import { database } from '@/db/client';
import { readClock } from '@/db/clock';
import { claimDuePromises } from '@/db/follow-gate';
import { engineActor } from '@/db/gate';
import { createPromise } from '@/domain/followups/create-promise';
import { keepPromise } from '@/domain/followups/keep-promise';
import { remindPromise } from '@/domain/followups/remind-promise';
import { createPromiseInput, keepPromiseInput, type PromiseCard } from '@/domain/promises/model';
import { getPromise } from '@/domain/promises/promise-queries';
import { after, DAY, HOUR, MINUTE, SECOND } from '@/kernel/duration';
import { chooseBackend } from '../../workers/connection';
import { openQueues } from '../../workers/queues';
import { recheck } from '../../workers/recheck';
import { takeCall } from '../support/recall-day';
import { test, type Stage } from '../support/stage';

const addressOf = (stage: Stage, role: string) =>
  stage.accountManager.replace('account_manager@', `${role}@`);

async function give(stage: Stage, minutes: number): Promise<PromiseCard> {
  const call = await takeCall(stage.world, '+4915112348001');
  const dueAt = after(await readClock(), minutes * MINUTE).toISOString();
  const words = { kind: 'document', what: 'the corrected payslip', owner: 'operator', dueAt };
  return createPromise(stage.world.actors.operator, createPromiseInput.parse({ callId: call.id, ...words }));
}

const linesOf = async (stage: Stage, { id }: PromiseCard) => {
  const { events } = await getPromise(stage.world.actors.admin, { promiseId: id });
  return events.map(({ type, words }) => (type === 'given' ? 'given' : `${type}: ${words}`));
};

test('a worker that was down over the deadline catches up once, marked late', async ({ stage }) => {
  const operator = addressOf(stage, 'operator');
  const before = await stage.startWorker();
  const promise = await give(stage, 240);
  await stage.pass(3 * HOUR + SECOND);
  const ahead = await stage.sink.expectMailTo(operator);
  expect(ahead.subject).toMatch(
    /^\[Calmline\] A promise is due soon: Brightwater Payroll, \w{3} \d+ \w{3}, \d\d:\d\d/,
  );
  expect(ahead.text).toContain('was promised a document (the corrected payslip), by ');
  expect(ahead.text).not.toContain('late');
  expect(ahead.text).not.toContain('+4915112348001');
  expect(ahead.text).toContain('https://calm.example/desk');
  await stage.settled();
  await before.stop();

  await stage.world.moveClock(DAY);
  await stage.startWorker();
  const late = await stage.sink.expectMailTo(operator);
  expect(late.subject).toContain('A promise is due now');
  expect(late.text).toContain('This reminder is late by 23 h: Calmline could not give it in time.');
  const overdue = await stage.sink.expectMailTo(stage.accountManager);
  expect(overdue.subject).toContain('A promise is overdue');
  expect(overdue.text).toContain('late by 22 h');
  expect(overdue.text).toContain(`https://calm.example/manage/promises/${promise.id}`);
  await stage.settled();
  await stage.pass(DAY);
  await stage.settled();
  stage.sink.expectNoMore();
  expect(await linesOf(stage, promise)).toEqual([
    'given',
    'ahead: Told The operator',
    'due: Told The operator, late by 23 h',
    'overdue: Told The account manager, late by 22 h',
  ]);
});

test('a turn that is lost with its queue comes again, and one that comes twice reminds once', async ({
  stage,
}) => {
  const { world, queue, sink } = stage;
  const promise = await give(stage, 60);
  await world.moveClock(46 * MINUTE);
  expect(await claimDuePromises(database().sql, 10, 20)).toHaveLength(1);
  await queue.empty();
  await stage.startWorker();
  await world.moveClock(19 * SECOND);
  expect(await claimDuePromises(database().sql, 10, 20)).toEqual([]);
  sink.expectNoMore();
  await world.moveClock(2 * SECOND);
  await sink.expectMailTo(addressOf(stage, 'operator'));
  const engine = engineActor(world.organizationId);
  await Promise.all([remindPromise(engine, promise.id), remindPromise(engine, promise.id)]);
  await stage.settled();
  sink.expectNoMore();
});

test('a promise that is kept between the claim and the turn reminds nobody', async ({ stage }) => {
  const { world } = stage;
  const promise = await give(stage, 60);
  await world.moveClock(46 * MINUTE);
  const [claim] = await claimDuePromises(database().sql, 10, 20);
  const evidence = 'Sent by e-mail.';
  await keepPromise(world.actors.operator, keepPromiseInput.parse({ promiseId: promise.id, evidence }));
  await remindPromise(engineActor(world.organizationId), claim?.id ?? '');
  await stage.startWorker();
  await stage.settled();
  expect(await linesOf(stage, promise)).toEqual(['given', `kept: ${evidence}`]);
});

test('a reminder that the sweep may not touch for an hour is found by the re-check', async ({ stage }) => {
  const { world, sink } = stage;
  await give(stage, 60);
  await world.moveClock(50 * MINUTE);
  await world.ownerSql`update promises set remind_claimed_until = app_now() + interval '1 hour'`;
  const backend = chooseBackend(stage.settings);
  const queues = await openQueues(backend);
  const audit = await recheck(queues);
  await Promise.all(Object.values(queues).map((queue) => queue.close()));
  await backend.close();
  expect(audit).toMatchObject({ overdue: 1 });
  expect(audit.oldestSeconds).toBeGreaterThanOrEqual(5 * 60 - 1);
  await stage.startWorker();
  await sink.expectMailTo(addressOf(stage, 'operator'));
  await stage.settled();
});
