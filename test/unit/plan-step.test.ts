import { describe, expect, it } from 'vitest';
import type { QuietHours } from '../../src/domain/contacts/model';
import type { Urgency } from '../../src/domain/calls/model';
import type { StepTarget } from '../../src/domain/escalations/model';
import { planStep, type StepPlan } from '../../src/domain/escalations/plan-step';
import { after, SECOND } from '../../src/kernel/duration';
import {
  always,
  contact,
  everyone,
  managers,
  method,
  now,
  peopleOf,
  tom,
  type Given,
} from '../support/policy-people';

const plan = (targets: StepTarget[], given: Given, urgency: Urgency = 'urgent', at = now) =>
  planStep({ targets }, peopleOf(given), at, urgency);
const told = ({ messages }: StepPlan) =>
  messages.map(({ name, channel, at }) => `${name} ${channel} +${(at.getTime() - now.getTime()) / SECOND}`);
const duty: StepTarget = { type: 'schedule', id: 'Weekend duty' };

describe('whom a step means', () => {
  const pair = [contact('Tom'), contact('Eva')];

  it.each<[string, StepTarget[], Given, string[], string[]]>([
    ['a contact', [tom], { contacts: pair }, ['Tom email +0'], []],
    [
      'whoever is on call',
      [duty],
      { contacts: pair, schedules: { 'Weekend duty': always('Eva') } },
      ['Eva email +0'],
      [],
    ],
    [
      'two on call at once',
      [duty],
      { contacts: pair, schedules: { 'Weekend duty': always('Eva', 'Tom') } },
      ['Eva email +0', 'Tom email +0'],
      [],
    ],
    [
      'a schedule on which nobody is',
      [duty],
      { contacts: pair, schedules: { 'Weekend duty': always() } },
      [],
      ['Nobody is on call for Weekend duty.'],
    ],
    ['a schedule that was deleted', [duty], {}, [], ['A schedule of this step is no longer there.']],
    ['everyone', [everyone], { contacts: pair }, ['Tom email +0', 'Eva email +0'], []],
    ['everyone, of nobody', [everyone], {}, [], ['The client has no contacts.']],
    ['all account managers', [managers], { managers: ['Mia', 'Ben'] }, ['Mia email +0', 'Ben email +0'], []],
    [
      'one of them',
      [{ type: 'account_manager', id: 'Ben' }],
      { managers: ['Mia', 'Ben'] },
      ['Ben email +0'],
      [],
    ],
    [
      'one who has left',
      [{ type: 'account_manager', id: 'Ben' }],
      { managers: ['Mia'] },
      [],
      ['That account manager is no longer there.'],
    ],
    ['none at all', [managers], { managers: [] }, [], ['There is no account manager.']],
    [
      'the same person by three targets, once',
      [tom, duty, everyone],
      { contacts: pair, schedules: { 'Weekend duty': always('Tom') } },
      ['Tom email +0', 'Eva email +0'],
      [],
    ],
    [
      'whoever stands in for one who left, and for the stand-in who left too',
      [tom],
      {
        contacts: [
          contact('Tom', { isRemoved: true, replacedById: 'Eva' }),
          contact('Eva', { isRemoved: true, replacedById: 'Ida' }),
          contact('Ida'),
        ],
      },
      ['Ida email +0'],
      [],
    ],
    [
      'stand-ins in a circle',
      [tom],
      {
        contacts: [
          contact('Tom', { isRemoved: true, replacedById: 'Eva' }),
          contact('Eva', { isRemoved: true, replacedById: 'Tom' }),
        ],
      },
      [],
      ['Tom is no longer a contact.'],
    ],
    ['somebody unknown', [tom], {}, [], ['Somebody whom the step names is no longer a contact.']],
    [
      'somebody without a method',
      [tom],
      { contacts: [contact('Tom', { methods: [] })] },
      [],
      ['Tom has no way to be reached.'],
    ],
    [
      'the same address of two people, each once',
      [tom, { type: 'contact', id: 'Eva' }],
      { contacts: pair.map((one) => ({ ...one, methods: [method('sms', { id: `${one.id} sms` })] })) },
      ['Tom sms +0', 'Eva sms +0'],
      [],
    ],
    [
      'each by their methods, in the order of their delays',
      [tom],
      {
        contacts: [
          contact('Tom', {
            methods: [
              method('voice', { delaySeconds: 240 }),
              method('sms'),
              method('email', { delaySeconds: 120 }),
            ],
          }),
        ],
      },
      ['Tom sms +0', 'Tom email +120', 'Tom voice +240'],
      [],
    ],
  ])('%s', (_, targets, given, messages, gaps) => {
    const planned = plan(targets, given);
    expect(told(planned)).toEqual(messages);
    expect(planned.gaps).toEqual(gaps);
    expect(planned.isNobodyOnCall).toBe(gaps.some((words) => /on call|schedule/.test(words)));
  });

  it('goes on to the next way at once where the first was stopped, and says why', () => {
    const methods = [
      method('sms', { isStopped: true }),
      method('email', { delaySeconds: 120 }),
      method('voice', { delaySeconds: 300 }),
      method('app', { delaySeconds: 400 }),
    ];
    const planned = plan([tom], { contacts: [contact('Tom', { methods })] });
    expect(planned.messages.map(({ channel, problem }) => [channel, problem])).toEqual([
      ['sms', 'Tom answered STOP there.'],
      ['email', null],
      ['voice', null],
      ['app', 'Nobody signs in as Tom.'],
    ]);
    expect(told(planned).slice(1, 3)).toEqual(['Tom email +0', 'Tom voice +180']);
    const signedIn = plan([tom], { contacts: [contact('Tom', { methods, hasSignIn: true })] });
    expect(signedIn.messages.at(-1)?.problem).toBeNull();
  });

  it('keeps a delay that the person chose for the first method', () => {
    const methods = [method('voice', { delaySeconds: 60 })];
    expect(told(plan([tom], { contacts: [contact('Tom', { methods })] }))).toEqual(['Tom voice +60']);
  });
});

describe('quiet hours', () => {
  const night: QuietHours = { from: '22:00', to: '07:00' };
  const sleeper = contact('Tom', {
    quietHours: night,
    methods: [method('email'), method('sms', { delaySeconds: 120 })],
  });
  /** 23:30 in Berlin. */
  const late = new Date('2026-11-21T22:30:00Z');
  const morning = new Date('2026-11-22T06:00:00Z');

  it('hold back what is routine until they end; later methods keep their distance', () => {
    const { messages } = plan([tom], { contacts: [sleeper] }, 'routine', late);
    expect(messages.map(({ at, waitsFor }) => [at, waitsFor])).toEqual([
      [morning, 'quiet_hours'],
      [after(morning, 120 * SECOND), 'method_delay'],
    ]);
  });

  it.each(['urgent', 'emergency'] as const)('hold back nothing that is %s', (urgency) => {
    const { messages } = plan([tom], { contacts: [sleeper] }, urgency, late);
    expect(messages.map(({ at }) => at)).toEqual([late, after(late, 120 * SECOND)]);
  });

  it('are read on the contact’s own clock', () => {
    const away = { ...sleeper, timeZone: 'America/New_York' };
    expect(plan([tom], { contacts: [away] }, 'routine', late).messages[0]?.at).toEqual(late);
  });

  it('that begin between two methods hold back the second', () => {
    const evening = new Date('2026-11-21T20:59:00Z');
    const { messages } = plan([tom], { contacts: [sleeper] }, 'routine', evening);
    expect(messages.map(({ at, waitsFor }) => [at, waitsFor])).toEqual([
      [evening, null],
      [morning, 'quiet_hours'],
    ]);
  });
});
