import { expect, it } from 'vitest';
import { escalationStates, type PlannedMessage, type PlannedStep } from '../../src/domain/escalations/model';
import { allowedActions, offeredActions } from '../../src/ui/escalation-offers';
import { isStepEmpty, plannedPeople, responsibleNow } from '../../src/ui/plan-people';
import { afterWords, waitWords } from '../../src/ui/wait-words';
import { actorOf } from '../support/world';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 6) + seconds * 1_000);

function message(recipientId: string, changes: Partial<PlannedMessage> = {}): PlannedMessage {
  return {
    recipientId,
    name: recipientId,
    title: '',
    channel: 'email',
    address: `${recipientId}@example.com`,
    at: at(0),
    waitsFor: null,
    problem: null,
    ...changes,
  };
}

function step(changes: Partial<PlannedStep>): PlannedStep {
  return {
    cycle: 1,
    step: 1,
    beginsAt: at(0),
    endsAt: at(300),
    delaySeconds: 300,
    isEveryoneNeeded: false,
    messages: [],
    hasContact: false,
    gaps: [],
    ...changes,
  };
}

it('each person stands once, with all messages', () => {
  const messages = [message('tom'), message('eva'), message('tom', { channel: 'sms' })];
  expect(plannedPeople({ messages }).map(({ id, messages: own }) => [id, own.length])).toEqual([
    ['tom', 2],
    ['eva', 1],
  ]);
});

it('who is responsible are the people of the first step that reaches somebody of the client', () => {
  const steps = [
    step({ gaps: ['Nobody is on call for Weekend duty.'] }),
    step({ step: 2, messages: [message('tom')], hasContact: true }),
    step({ step: 3, messages: [message('eva')], hasContact: true }),
  ];
  expect(responsibleNow({ steps }).map(({ id }) => id)).toEqual(['tom']);
  expect(responsibleNow({ steps: [step({ messages: [message('manager')] })] })).toEqual([]);
});

it('a step is empty when nothing in it can be used', () => {
  expect(isStepEmpty({ messages: [] })).toBe(true);
  expect(isStepEmpty({ messages: [message('tom', { problem: 'STOP was answered.' })] })).toBe(true);
  expect(isStepEmpty({ messages: [message('tom', { problem: 'STOP was answered.' }), message('tom')] })).toBe(
    false,
  );
});

it('waits are said in the unit in which a person would say them', () => {
  expect([90, 300, 7_200, 5_400].map(waitWords)).toEqual(['90 s', '5 min', '2 h', '90 min']);
  expect([0, 120, 3_600, 5_400, 36_000].map((seconds) => afterWords(at(0), at(seconds)))).toEqual([
    'at once',
    'after 2 min',
    'after 1 h',
    'after 1 h 30 min',
    'after 10 h',
  ]);
});

it('each reader is offered what the policies allow, and of that what makes sense', () => {
  const actor = (role: Parameters<typeof actorOf>[1], clientId: string | null) =>
    actorOf('00000000-0000-7000-8000-000000000001', role, 'me', 'Me', clientId);
  const client = '00000000-0000-7000-8000-000000000002';
  const mine = { clientId: client };
  expect(allowedActions(actor('operator', null), mine)).toEqual(['record', 'skip', 'patch', 'cancel']);
  expect(allowedActions(actor('account_manager', null), mine)).toContain('resolve');
  expect(allowedActions(actor('author', client), mine)).toEqual(['acknowledge', 'decline', 'skip']);
  expect(allowedActions(actor('responsible_contact', client), mine)).toContain('resolve');
  expect(allowedActions(actor('author', client), { clientId: null })).toEqual([]);
  const all = allowedActions(actor('admin', null), mine);
  expect(Object.fromEntries(escalationStates.map((state) => [state, offeredActions(state, all)]))).toEqual({
    open: ['record', 'patch', 'skip', 'resolve', 'cancel'],
    unanswered: ['record', 'patch', 'resolve', 'cancel'],
    acknowledged: ['resolve', 'patch', 'cancel'],
    resolved: [],
    cancelled: [],
  });
});
