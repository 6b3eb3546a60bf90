import { describe, expect, it } from 'vitest';
import { abuseCount, abuseWords } from '../../app/desk/abuse-count';
import { callOutcome } from '../../app/desk/call-outcome';
import { promisesOfCall } from '../../app/desk/call-promises';
import { callTypesFor } from '../../app/desk/call-types';
import { playbookOf } from '../../app/desk/desk-selectors';
import { escalationSummary } from '../../app/desk/escalation-summary';
import { isListeningOver, spanWords } from '../../app/desk/listening-time';
import { joined, type OutboxChange } from '../../app/desk/outbox';
import { permittedApologies } from '../../app/desk/permitted-apologies';
import { remedyPoint } from '../../app/desk/settled-remedies';
import type { Note } from '../../src/domain/calls/model';
import { builtInPlaybooks } from '../../src/domain/playbooks/built-in-playbooks';
import type { CallType } from '../../src/domain/playbooks/model';
import { fields } from '../support/call-desk';
import { at, call, content, desk, noon } from '../support/desk';
import { promiseCard } from '../support/promise-card';

const entry = (change: OutboxChange, refusal: string | null = null) => ({
  ...joined([], change, { deskId: 'window', seq: 1, madeAt: noon.getTime() }),
  refusal,
});
const note = (id: string, text: string, kind: Note['kind'] = 'point'): Note => ({
  id,
  callId: 'call',
  kind,
  text,
  at: noon,
  byName: 'Olga Operator',
  correctsNoteId: null,
});
const boundary = (noteId: string) =>
  entry({ kind: 'abuse', callId: 'call', noteId, text: 'Please stay polite.' });

describe('the boundary', () => {
  it('is counted at once, and once: on its way, in the log, and by the server', () => {
    expect(abuseCount(call(), [], [boundary('n1')])).toBe(1);
    expect(abuseCount(call(), [note('n1', 'Please stay polite.', 'abuse')], [boundary('n1')])).toBe(1);
    expect(abuseCount(call({ abuseCount: 1 }), [note('n1', 'Please stay polite.', 'abuse')], [])).toBe(1);
    expect(abuseCount(call({ abuseCount: 1 }), [note('n1', 'x', 'abuse')], [boundary('n2')])).toBe(2);
  });

  it('is told against the limit, and without one where the call may not be ended', () => {
    expect(abuseWords(0, 2)).toBe('not named yet');
    expect(abuseWords(2, 2)).toBe('named 2 of 2 times');
    expect(abuseWords(3, 2)).toBe('named 3 times');
    expect(abuseWords(1, 0)).toBe('named 1 time');
  });
});

describe('the listening time', () => {
  it('is over at its second, and never without a limit', () => {
    expect(isListeningOver(noon, new Date(noon.getTime() + 119_999), 120)).toBe(false);
    expect(isListeningOver(noon, new Date(noon.getTime() + 120_000), 120)).toBe(true);
    expect(isListeningOver(noon, at(600), null)).toBe(false);
    expect(isListeningOver(noon, null, 5)).toBe(false);
  });

  it('is told in minutes and seconds', () => {
    expect([5, 60, 125].map(spanWords)).toEqual(['0:05', '1:00', '2:05']);
  });
});

describe('what a call has brought', () => {
  const outcomeWith = (given: Partial<Parameters<typeof callOutcome>[0]>) =>
    callOutcome({
      call: call({ routineRemedies: ['Send the payslip again'] }),
      fields: fields(),
      notes: [],
      entries: [],
      promiseCount: 0,
      escalationCount: 0,
      ...given,
    });

  it('counts a point on its way once, and one that was refused not at all', () => {
    const point = (noteId: string) => ({ kind: 'note' as const, callId: 'call', noteId, text: 'Angry' });
    expect(outcomeWith({ notes: [note('n1', 'Angry')], entries: [entry(point('n1'))] }).noteCount).toBe(1);
    expect(outcomeWith({ entries: [entry(point('n1')), entry(point('n2'))] }).noteCount).toBe(2);
    expect(outcomeWith({ entries: [entry(point('n1'), 'This call is closed.')] }).noteCount).toBe(0);
    expect(outcomeWith({ entries: [entry({ ...point('n1'), callId: 'other' })] }).noteCount).toBe(0);
  });

  it('knows a routine remedy by the point that it left', () => {
    const settled = note('n1', remedyPoint('Send the payslip again'));
    expect(outcomeWith({ notes: [settled] }).remedyCount).toBe(1);
    expect(outcomeWith({ notes: [note('n1', 'Send the payslip again')] }).remedyCount).toBe(0);
  });

  it('takes the answer to the read-back that is still on its way', () => {
    const entries = [entry({ kind: 'readBack', callId: 'call', resolution: 'pending' })];
    expect(outcomeWith({ entries, call: call({ readBack: 'total' }) }).readBack).toBe('pending');
  });
});

describe('the promises of a call', () => {
  const given = { kind: 'callback' as const, what: 'the payslip', owner: 'service' as const };
  const card = promiseCard({ ...given, dueAt: at(240), createdAt: noon });
  const waiting = (promiseId: string, dueAt: Date) =>
    entry({ kind: 'promise', callId: 'call', promiseId, promise: { ...given, dueAt: dueAt.toISOString() } });

  it('are those the server has and those on their way, each once, by deadline', () => {
    const state = desk({ promises: [card, { ...card, id: 'p9', callId: 'other' }] });
    const found = promisesOfCall(state, [waiting('p1', at(240)), waiting('p2', at(60))], 'call');
    expect(found.map(({ id, isWaiting }) => [id, isWaiting])).toEqual([
      ['p2', true],
      ['p1', false],
    ]);
  });

  it('that were taken back or refused are not repeated to the caller', () => {
    const state = desk({ promises: [{ ...card, state: 'cancelled' }] });
    const refused = { ...waiting('p2', at(60)), refusal: 'Nobody is on call before that deadline.' };
    expect(promisesOfCall(state, [refused], 'call')).toEqual([]);
  });
});

describe('what a call can be about', () => {
  const type = (id: string, more: Partial<CallType> = {}): CallType => ({
    id,
    clientId: null,
    name: id,
    playbookId: null,
    intake: [],
    archivedAt: null,
    ...more,
  });
  const state = desk({
    callTypes: [
      type('Payslip', { clientId: 'brightwater' }),
      type('Complaint'),
      type('Appointment', { clientId: 'alder' }),
      type('Old', { archivedAt: noon }),
    ],
  });

  it('is what its client and all clients offer, by name', () => {
    expect(callTypesFor(state, call(), null).map(({ id }) => id)).toEqual(['Complaint', 'Payslip']);
  });

  it('keeps a type that is no longer offered where it was chosen', () => {
    expect(callTypesFor(state, call(), 'Old').map(({ id }) => id)).toEqual(['Complaint', 'Old', 'Payslip']);
  });
});

describe('the playbook of a call', () => {
  it('is the version it began with, or none while that is not here', () => {
    const state = desk({ playbooks: [...builtInPlaybooks()] });
    expect(playbookOf(state, call({ playbookId: 'own_it' }))?.content.name).toBe('Own it, then help');
    expect(playbookOf(state, call({ playbookId: 'own_it', playbookVersion: 99 }))).toBeNull();
  });
});

describe('what the briefing permits to apologise with', () => {
  it('is what it names; without a briefing only what takes no blame', () => {
    expect(permittedApologies(content({ apologies: ['direct'] }))).toEqual(['direct']);
    expect(permittedApologies(content({ apologies: [] }))).toEqual([]);
    expect(permittedApologies(null)).toEqual(['blameless']);
  });
});

describe('the message to the responsible contact', () => {
  it('says that somebody wrote, where the complaint came by e-mail', () => {
    const words = escalationSummary({ content: null, fields: fields(), notes: [], channel: 'email' });
    expect(words).toBe('A caller wrote.');
  });

  it('tells the matter as heard, then the points', () => {
    const known = fields({ mood: 'angry', issue: 'The payslip is wrong.', requestedSolution: 'A new one' });
    expect(escalationSummary({ content: null, fields: known, notes: [{ text: 'Called twice' }] })).toBe(
      'An angry caller rang.\nWhat happened: The payslip is wrong.\n- Called twice\nWhat would solve it: A new one.',
    );
  });
});
