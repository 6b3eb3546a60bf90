import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urgencies } from '../../src/domain/calls/model';
import type { StepTarget } from '../../src/domain/escalations/model';
import { planStep } from '../../src/domain/escalations/plan-step';
import { after, SECOND } from '../../src/kernel/duration';
import { always, contact, everyone, managers, method, now, peopleOf } from '../support/policy-people';

const names = ['Tom', 'Eva', 'Ida', 'Ole', 'Pia'];
const anyMethod = fc.record({
  id: fc.uuid(),
  channel: fc.constantFrom('email', 'sms', 'voice', 'app', 'push' as const),
  delaySeconds: fc.constantFrom(0, 60, 120, 240, 3_600),
  isStopped: fc.boolean(),
});
const anyContact = (name: string) =>
  fc
    .record({
      isRemoved: fc.boolean(),
      replacedById: fc.option(fc.constantFrom(...names), { nil: null }),
      hasSignIn: fc.boolean(),
      quietHours: fc.option(fc.constant({ from: '10:00', to: '14:00' }), { nil: null }),
      methods: fc.array(anyMethod, { maxLength: 4 }),
    })
    .map(({ methods, ...changes }) =>
      contact(name, { ...changes, methods: methods.map((one) => method(one.channel, one)) }),
    );
const anyTarget: fc.Arbitrary<StepTarget> = fc.oneof(
  fc.record({ type: fc.constant('contact' as const), id: fc.constantFrom(...names, 'unknown') }),
  fc.record({ type: fc.constant('schedule' as const), id: fc.constantFrom('one', 'none', 'gone') }),
  fc.constant(everyone),
  fc.constant(managers),
);
const anyPeople = fc.tuple(...names.map(anyContact)).map((contacts) =>
  peopleOf({
    contacts: contacts.map((one) => ({ ...one })),
    schedules: { one: always('Tom', 'Eva'), none: always() },
  }),
);
const anyTargets = fc.array(anyTarget, { minLength: 1, maxLength: 6 });
const isSent = ({ problem }: { problem: string | null }) => problem === null;

describe('whoever a step means', () => {
  it('is told by no method that was stopped or that cannot carry, and never before now', () => {
    fc.assert(
      fc.property(anyTargets, anyPeople, fc.constantFrom(...urgencies), (targets, people, urgency) => {
        for (const message of planStep({ targets }, people, now, urgency).messages) {
          const owner = people.contacts.get(message.recipientId);
          const used = owner?.methods.find(({ id }) => id === message.methodId);
          if (message.problem === null) expect(used?.isStopped ?? false).toBe(false);
          expect(message.at.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(owner?.isRemoved ?? false).toBe(false);
          expect(message.waitsFor === null || message.at > now).toBe(true);
        }
      }),
    );
  });

  it('is told once by each method, one after another by their delays', () => {
    fc.assert(
      fc.property(anyTargets, anyPeople, fc.constantFrom(...urgencies), (targets, people, urgency) => {
        const { messages } = planStep({ targets }, people, now, urgency);
        expect(new Set(messages.map(({ methodId }) => methodId)).size).toBe(messages.length);
        for (const id of new Set(messages.map(({ recipientId }) => recipientId))) {
          const own = messages.filter(({ recipientId }) => recipientId === id).filter(isSent);
          expect(own.map(({ at }) => at)).toEqual(own.map(({ at }) => at).toSorted((a, b) => +a - +b));
          const delays = own.map(
            ({ methodId }) =>
              people.contacts.get(id)?.methods.find((one) => one.id === methodId)?.delaySeconds ?? 0,
          );
          expect(delays).toEqual(delays.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('is told at once where it is an emergency: nothing waits but for its turn', () => {
    fc.assert(
      fc.property(anyTargets, anyPeople, (targets, people) => {
        const { messages } = planStep({ targets }, people, now, 'emergency');
        expect(messages.every(({ waitsFor }) => waitsFor !== 'quiet_hours')).toBe(true);
        for (const id of new Set(messages.filter(isSent).map(({ recipientId }) => recipientId))) {
          const delays = people.contacts.get(id)?.methods.map(({ delaySeconds }) => delaySeconds) ?? [0];
          const [first] = messages.filter(({ recipientId }) => recipientId === id).filter(isSent);
          expect(first?.at).toEqual(after(now, Math.min(...delays) * SECOND));
        }
      }),
    );
  });

  it('is told, or named as a gap: no target is lost', () => {
    fc.assert(
      fc.property(anyTargets, anyPeople, fc.constantFrom(...urgencies), (targets, people, urgency) => {
        for (const target of targets) {
          const { messages, gaps } = planStep({ targets: [target] }, people, now, urgency);
          expect(messages.some(isSent) || gaps.length > 0).toBe(true);
          const whole = planStep({ targets }, people, now, urgency);
          const ids = new Set(whole.messages.map(({ recipientId }) => recipientId));
          expect(messages.every(({ recipientId }) => ids.has(recipientId))).toBe(true);
          expect(gaps.every((words) => whole.gaps.includes(words))).toBe(true);
        }
      }),
    );
  });
});
