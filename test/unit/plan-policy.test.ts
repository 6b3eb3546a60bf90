import { describe, expect, it } from 'vitest';
import type { Urgency } from '../../src/domain/calls/model';
import type { StepTarget } from '../../src/domain/escalations/model';
import { planPolicy } from '../../src/domain/escalations/plan-policy';
import { MINUTE } from '../../src/kernel/duration';
import {
  contact,
  everyone,
  managers,
  method,
  now,
  peopleOf,
  tom,
  type Given,
} from '../support/policy-people';

describe('a plan of a whole policy', () => {
  const step = (targets: StepTarget[], delaySeconds = 300) => ({ targets, delaySeconds });
  const given = { contacts: [contact('Tom'), contact('Eva')] };
  const eva: StepTarget = { type: 'contact', id: 'Eva' };
  const nobody: StepTarget = { type: 'schedule', id: 'gone' };
  const run = (
    steps: ReturnType<typeof step>[],
    cycles = 1,
    people: Given = given,
    urgency: Urgency = 'urgent',
  ) => planPolicy({ steps, cycles }, peopleOf(people), now, urgency);
  const inMinutes = (at: Date | null) => (at === null ? null : (at.getTime() - now.getTime()) / MINUTE);

  it('goes through every step of every cycle', () => {
    const { steps } = run([step([tom]), step([eva], 600)], 2);
    expect(
      steps.map(({ cycle, step: n, beginsAt, endsAt }) => [cycle, n, inMinutes(beginsAt), inMinutes(endsAt)]),
    ).toEqual([
      [1, 1, 0, 5],
      [1, 2, 5, 15],
      [2, 1, 15, 20],
      [2, 2, 20, 30],
    ]);
  });

  it.each<[string, StepTarget[][], number | null]>([
    ['the first step', [[tom]], 0],
    ['a step that waits behind the account managers', [[managers], [tom]], 5],
    ['a step behind an empty one, which passes at once', [[nobody], [tom]], 0],
    ['a step that names both', [[managers, tom]], 0],
    ['nobody', [[managers], [nobody]], null],
  ])('says when the client is told first: %s', (_, targets, minutes) => {
    expect(inMinutes(run(targets.map((one) => step(one))).firstContactAt)).toBe(minutes);
  });

  it('counts a step’s delay from the first moment at which somebody is told', () => {
    const asleep = contact('Tom', { quietHours: { from: '11:00', to: '13:00' } });
    const { steps, firstContactAt } = run(
      [step([tom]), step([managers])],
      1,
      { contacts: [asleep] },
      'routine',
    );
    expect(inMinutes(firstContactAt)).toBe(60);
    expect(inMinutes(steps[1]?.beginsAt ?? null)).toBe(65);
  });

  it('ends after a whole cycle without anybody, and after 200 messages', () => {
    expect(run([step([nobody]), step([nobody])], 10).steps).toHaveLength(2);
    const crowd = ['Tom', 'Eva', 'Ida', 'Ole', 'Pia'].map((name) =>
      contact(name, { methods: [1, 2, 3, 4].map((n) => method('email', { id: `${name} ${n}` })) }),
    );
    const { steps } = run(
      Array.from({ length: 10 }, () => step([everyone])),
      10,
      { contacts: crowd },
    );
    expect(steps.flatMap(({ messages }) => messages)).toHaveLength(200);
  });

  it('shows no more of a web address than its host', () => {
    const methods = [method('chat', { address: 'https://hooks.slack.com/services/T0/B0/secret' })];
    const { steps } = run([step([tom])], 1, { contacts: [contact('Tom', { methods })] });
    expect(steps[0]?.messages[0]?.address).toBe('hooks.slack.com');
  });
});
