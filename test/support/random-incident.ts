import fc from 'fast-check';
import type { CallFacts, PromiseLine, ToldLine } from '../../src/domain/reports/incident-call';
import type { StatementWords } from '../../src/domain/reports/incident-figures';
import { callFates } from '../../src/domain/reports/model';
import type { TakenBack } from '../../src/domain/reports/taken-back';
import { moods, urgencies } from '../../src/domain/calls/model';
import { escalationStates } from '../../src/domain/escalations/model';
import { promiseKinds, promiseOwners, promiseStates } from '../../src/domain/promises/model';
import { questionStates } from '../../src/domain/questions/model';

/** A morning in Berlin that begins a day of 25 hours. */
export const START = Date.parse('2026-10-24T23:00:00Z');

const instant = fc
  .integer({ min: 0, max: 30 * 60 })
  .map((minutes) => new Date(START + minutes * 60_000).toISOString());
const soon = (from: string) =>
  fc
    .integer({ min: 0, max: 7_200 })
    .map((seconds) => new Date(Date.parse(from) + seconds * 1_000).toISOString());

/** Few numbers, so that callers ring again. */
const phone = fc.constantFrom('+4915112345001', '+4915112345002', '+4915112345003', null);

export const statements: StatementWords[] = [1, 2].flatMap((version) =>
  ['a', 'b', 'c'].map((statementId) => ({
    statementId,
    version,
    text: `Statement ${statementId} of version ${version}.`,
    isWithdrawn: version === 1 && statementId === 'a',
  })),
);

export const takenBack: TakenBack = {
  id: 'recall',
  statementId: 'a',
  version: 1,
  text: 'Statement a of version 1.',
  correction: 'It is otherwise.',
  reason: 'It was wrong.',
  at: new Date(START).toISOString(),
  byName: 'An author',
  callBack: true,
  dueAt: new Date(START + 3_600_000).toISOString(),
};

const told = fc.uniqueArray(fc.constantFrom(...statements), { maxLength: 4 }).map((chosen) =>
  chosen.map(({ statementId, version, text, isWithdrawn }): ToldLine => ({
    statementId,
    version,
    language: 'en',
    text,
    at: new Date(START).toISOString(),
    byName: 'Kim',
    isAfterWithdrawal: false,
    recall: isWithdrawn ? { id: takenBack.id, state: 'open' } : null,
  })),
);

const promise: fc.Arbitrary<PromiseLine> = instant.chain((dueAt) =>
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom(...promiseKinds),
    reason: fc.constantFrom('call', 'recall', 'question', 'resolved'),
    causeId: fc.uuid(),
    what: fc.string({ minLength: 1 }),
    owner: fc.constantFrom(...promiseOwners),
    ownerName: fc.string(),
    phone,
    dueAt: fc.constant(dueAt),
    state: fc.constantFrom(...promiseStates),
    tries: fc.nat({ max: 4 }),
    endedAt: fc.option(instant),
    evidence: fc.string(),
  }),
);

const escalation = instant.chain((startedAt) =>
  fc.record({
    id: fc.uuid(),
    urgency: fc.constantFrom(...urgencies),
    state: fc.constantFrom(...escalationStates),
    summary: fc.string({ minLength: 1 }),
    startedAt: fc.constant(startedAt),
    acknowledgedAt: fc.option(soon(startedAt)),
    acknowledgedByName: fc.option(fc.string()),
    resolvedAt: fc.option(soon(startedAt)),
  }),
);

const call: fc.Arbitrary<CallFacts> = fc.tuple(instant, phone).chain(([ringAt, number]) =>
  fc.record({
    id: fc.uuid(),
    isBesides: fc.boolean(),
    fate: fc.constantFrom(...callFates),
    isOpen: fc.boolean(),
    ringAt: fc.constant(ringAt),
    answeredAt: fc.option(soon(ringAt)),
    endedAt: fc.option(soon(ringAt)),
    operatorName: fc.option(fc.string()),
    callerName: fc.string(),
    phone: fc.constant(number),
    email: fc.constant(null),
    callerKey: fc.constant(number),
    moodIn: fc.option(fc.constantFrom(...moods)),
    moodOut: fc.option(fc.constantFrom(...moods)),
    urgency: fc.constantFrom(...urgencies),
    issue: fc.string(),
    wish: fc.string(),
    intake: fc.array(fc.record({ label: fc.string(), answer: fc.string({ minLength: 1 }) }), {
      maxLength: 2,
    }),
    disposition: fc.option(fc.constantFrom('informed', 'message_taken')),
    readBack: fc.option(fc.constantFrom('total', 'pending')),
    notes: fc.array(
      fc.record({
        kind: fc.constantFrom('point', 'question', 'correction', 'abuse'),
        text: fc.string({ minLength: 1 }),
        at: instant,
        byName: fc.string(),
      }),
      { maxLength: 3 },
    ),
    told,
    questions: fc.array(
      fc.record({
        id: fc.uuid(),
        text: fc.string({ minLength: 1 }),
        state: fc.constantFrom(...questionStates),
      }),
      { maxLength: 2 },
    ),
    promises: fc.array(promise, { maxLength: 3 }),
    escalations: fc.array(escalation, { maxLength: 2 }),
    update: fc.option(
      fc.record({
        channel: fc.constantFrom('sms', 'email', 'callback'),
        state: fc.constantFrom('waiting', 'needs_words', 'promised', 'told', 'failed'),
        toldAt: fc.option(instant),
      }),
    ),
  }),
);

/** The calls of an incident, in whatever order they were read. */
export const incident = fc.uniqueArray(call, { maxLength: 40, selector: ({ id }) => id });

/** A call of which a test says only what it cares about. */
export function aCall(changes: Partial<CallFacts> = {}): CallFacts {
  return {
    id: 'a call',
    isBesides: false,
    fate: 'answered',
    isOpen: false,
    ringAt: new Date(START).toISOString(),
    answeredAt: new Date(START + 8_000).toISOString(),
    endedAt: new Date(START + 188_000).toISOString(),
    operatorName: 'Kim',
    callerName: '',
    phone: '+4915112345678',
    email: null,
    callerKey: '+4915112345678',
    moodIn: null,
    moodOut: null,
    urgency: 'routine',
    issue: '',
    wish: '',
    intake: [],
    disposition: null,
    readBack: null,
    notes: [],
    told: [],
    questions: [],
    promises: [],
    escalations: [],
    update: null,
    ...changes,
  };
}
