// An acknowledgement at the very moment at which the next step begins, 500 times, with others pressing besides.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { declineEscalation } from '../../src/domain/escalations/decline-escalation';
import type { EscalationCard } from '../../src/domain/escalations/model';
import { skipStep } from '../../src/domain/escalations/skip-step';
import { DomainError } from '../../src/kernel/errors';
import { MINUTE } from '../../src/kernel/duration';
import { EscalationRoom } from '../support/escalation-room';
import { makeWorld, type World } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await makeWorld();
});

afterAll(() => world.stop());

const RACES = 500;
const AT_ONCE = 20;

it('never ends acknowledged with a page that is sent later', { timeout: 120_000 }, async () => {
  const room = await EscalationRoom.open(world);
  const { operator, responsible_contact: person } = room.place.actors;
  const acknowledge = ({ id: escalationId }: EscalationCard) =>
    acknowledgeEscalation(person, { escalationId, via: 'app' });
  const place = ({ id: escalationId }: EscalationCard) => ({ escalationId, cycle: 1, step: 1 });
  /** Who comes at the same moment, in which order they set out. */
  const lineUps: ((escalation: EscalationCard) => Promise<unknown>)[][] = [
    [(one) => room.advance(one), acknowledge],
    [acknowledge, (one) => room.advance(one)],
    [(one) => declineEscalation(operator, place(one)), acknowledge, (one) => room.advance(one)],
    [acknowledge, (one) => skipStep(operator, place(one)), acknowledge, (one) => room.advance(one)],
  ];
  const race = async (n: number, escalation: EscalationCard) => {
    const results = await Promise.allSettled((lineUps[n % lineUps.length] ?? []).map((go) => go(escalation)));
    // Whoever wants the next step of what somebody has is told so; nothing else may fail.
    const failed = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    for (const error of failed)
      expect(error).toMatchObject(
        new DomainError('CONFLICT', 'This escalation is no longer waiting for anybody.'),
      );
  };
  for (let from = 0; from < RACES; from += AT_ONCE) {
    const started = await Promise.all(Array.from({ length: AT_ONCE }, () => room.start()));
    await world.moveClock(5 * MINUTE);
    await Promise.all(started.map((escalation, n) => race(from + n, escalation)));
  }

  const rows = await world.ownerSql<
    { state: string; due: Date | null; deliveries: string[]; acknowledged: number }[]
  >`
    select e.state, e.next_step_due_at as due,
      (select array_agg(distinct d.state) from deliveries d where d.cause_id = e.id) as deliveries,
      (select count(*)::int from escalation_events t where t.escalation_id = e.id and t.type = 'acknowledged') as acknowledged
    from escalations e where e.client_id = ${room.clientId}`;
  expect(rows).toHaveLength(RACES);
  const ends = new Set(rows.map((row) => JSON.stringify(row)));
  expect([...ends]).toEqual([
    JSON.stringify({ state: 'acknowledged', due: null, deliveries: ['skipped'], acknowledged: 1 }),
  ]);
  // Nobody was told of a step that began after somebody had it.
  const late = await world.ownerSql`
    select from escalation_events told join escalation_events answer using (escalation_id)
    where answer.type = 'acknowledged' and told.type = 'step_begun' and told.id > answer.id`;
  expect(late).toHaveLength(0);
});
