import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Note } from '../../src/domain/calls/model';
import { callLog, type CallLogInput } from '../../src/domain/messages/call-log';
import { correctionLog } from '../../src/domain/messages/correction-log';
import { at, call, noon } from '../support/desk';

/** 14:00 in Berlin on 29 March 2026. */
const weber = call({
  callerName: 'Jonas Weber',
  issue: 'a wrong payslip',
  requestedSolution: 'The missing half by Friday',
  moodAtStart: 'angry',
  mood: 'calm',
  urgency: 'urgent',
  intake: { site: 'Bonn', shift: '' },
  readBack: 'pending',
  disposition: 'callback_promised',
});

const note = (id: string, minute: number, text: string, more: Partial<Note> = {}): Note => ({
  id,
  callId: 'call',
  kind: 'point',
  text,
  at: at(minute),
  byName: 'Olga Operator',
  correctsNoteId: null,
  ...more,
});

const log = (given: Partial<CallLogInput> = {}) =>
  callLog({ call: weber, notes: [], told: [], promises: [], escalations: [], ...given });

describe('the log of a call', () => {
  it('reads well to the next person', () => {
    const { subject, facts, points } = log({
      labels: { site: 'Which site?' },
      notes: [
        note('n1', 3, 'Was paid half.'),
        note('n2', 4, 'When is the rest paid?', { kind: 'question' }),
        note('n3', 5, 'Shouts at the operator.', { kind: 'abuse' }),
        note('n4', 6, 'Has two children.', { byName: 'Ben Colleague' }),
        note('n5', 70, 'Was paid a third.', { kind: 'correction', correctsNoteId: 'n1' }),
      ],
      told: [
        {
          statementId: 's',
          briefingVersionId: 'v',
          text: 'A new payslip comes.',
          at: at(7),
          byName: 'Olga Operator',
        },
      ],
      promises: [
        {
          what: 'Call back with the amount',
          owner: 'service',
          ownerName: '',
          dueAt: at(180),
          state: 'open',
          createdByName: 'Olga Operator',
          createdAt: at(8),
          endedAt: null,
        },
        {
          what: 'A new payslip by post',
          owner: 'client',
          ownerName: '',
          dueAt: at(24 * 60),
          state: 'kept',
          createdByName: 'Olga Operator',
          createdAt: at(9),
          endedAt: at(60),
        },
      ],
      escalations: [
        {
          state: 'acknowledged',
          startedAt: at(10),
          startedByName: 'Olga Operator',
          acknowledgedAt: at(12),
          acknowledgedByName: 'Tom Becker',
          resolvedAt: null,
          toNames: ['Tom Becker', 'Eva Schulz'],
        },
      ],
    });
    expect(subject).toBe('Jonas Weber about a wrong payslip, 14:00');
    expect(facts).toEqual([
      'Caller: Jonas Weber, +49 1511 2345678',
      'Called: 29 March 2026 at 14:00 CEST, answered by Olga Operator',
      'Matter: a wrong payslip',
      'Wants: The missing half by Friday',
      'Which site?: Bonn',
      'Mood: angry → calm',
      'Urgency: urgent',
      'Told 14:07: “A new payslip comes.”',
      'Promised 14:08 by Olga Operator: Call back with the amount (by 17:00, the answering service)',
      'Promised 14:09 by Olga Operator: A new payslip by post (by 30 March, 14:00, Brightwater Payroll; kept 15:00)',
      'Escalated 14:10 by Olga Operator to Tom Becker, Eva Schulz: acknowledged 14:12 by Tom Becker',
      'Read back: caller agrees, still open',
      'Ended as: callback promised',
    ]);
    expect(points).toEqual([
      '1. 14:03: Was paid half.',
      '2. 14:04 Question to the client: When is the rest paid?',
      '3. 14:05 Boundary named: Shouts at the operator.',
      '4. 14:06 (Ben Colleague): Has two children.',
      '5. Correction 15:10 of point 1: Was paid a third.',
    ]);
  });

  it('of a caller who said nothing about himself is short, and invents nothing', () => {
    const blank = call({ ani: '', answeredByName: null });
    expect(log({ call: blank })).toEqual({
      subject: 'A caller, 14:00',
      facts: [
        'Caller: name not given, number withheld',
        'Called: 29 March 2026 at 14:00 CEST',
        'Urgency: routine',
      ],
      points: [],
    });
  });

  it('names the number to ring back where it is another', () => {
    const [caller] = log({ call: { ...weber, callerPhone: '+4930123456' } }).facts;
    expect(caller).toBe('Caller: Jonas Weber, +49 1511 2345678; ring back on +49 30 123456');
  });

  it('of an e-mailed complaint says so', () => {
    const written = { ...weber, channel: 'email' as const, ani: 'jonas@weber.example' };
    expect(log({ call: written }).facts.slice(0, 2)).toEqual([
      'Caller: Jonas Weber, jonas@weber.example',
      'Written: 29 March 2026 at 14:00 CEST, worked off by Olga Operator',
    ]);
  });

  it.each([
    ['a sentence of its own', 'Payslip shows half.', 'Jonas Weber: Payslip shows half, 14:00'],
    ['no matter, but a first point', '', 'Jonas Weber: Was paid half, 14:00'],
    [
      'a long matter on several lines',
      `a payslip\nthat ${'shows nothing of what was agreed '.repeat(5)}`,
      'Jonas Weber about a payslip that shows nothing of what was agreed shows nothing of what was…, 14:00',
    ],
  ])('has a subject for %s', (_, issue, subject) => {
    expect(log({ call: { ...weber, issue }, notes: [note('n1', 3, 'Was paid half.')] }).subject).toBe(
      subject,
    );
  });

  it.each([
    ['open', {}, 'not acknowledged yet'],
    ['unanswered', {}, 'nobody has acknowledged'],
    ['cancelled', {}, 'cancelled'],
    [
      'resolved',
      { acknowledgedAt: at(2), acknowledgedByName: 'Tom', resolvedAt: at(30) },
      'acknowledged 14:02 by Tom, resolved 14:30',
    ],
  ] as const)('says how an escalation stands that is %s', (state, more, words) => {
    const untouched = { acknowledgedAt: null, acknowledgedByName: null, resolvedAt: null };
    const escalation = { state, startedAt: at(1), startedByName: 'Olga', ...untouched, ...more };
    expect(log({ escalations: [escalation] }).facts).toContain(`Escalated 14:01 by Olga: ${words}`);
  });

  const word = fc.stringMatching(/^[A-Za-z]{1,8}$/);
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  const logged = fc.array(
    fc.record({
      kind: fc.constantFrom('point' as const, 'question' as const, 'correction' as const, 'abuse' as const),
      text,
      minute: fc.integer({ min: 0, max: 3_000 }),
      byName: fc.constantFrom('Olga Operator', 'Ben Colleague'),
      corrects: fc.nat({ max: 40 }),
    }),
    { maxLength: 40 },
  );

  it('holds every point once, in order, and nothing but what was given', () => {
    fc.assert(
      fc.property(logged, (given) => {
        const notes = given.map(({ kind, minute, byName, corrects, ...one }, n) => {
          const correctsNoteId = kind === 'correction' && corrects < n ? `n${corrects}` : null;
          return note(`n${n}`, minute, one.text, { kind, byName, correctsNoteId });
        });
        const { facts, points } = log({ notes });
        expect(facts).toEqual(log().facts);
        expect(points).toHaveLength(notes.length);
        for (const [n, { text: words }] of notes.entries()) {
          const line = points[n] ?? '';
          expect(line.startsWith(`${n + 1}. `)).toBe(true);
          expect(line.endsWith(`: ${words}`)).toBe(true);
          const frame = line.slice(0, -words.length);
          expect(frame).toMatch(
            /^\d+\. (Correction )?(\d+ \w+, )?\d\d:\d\d( of point \d+| Question to the client| Boundary named)?( \(Ben Colleague\))?: $/,
          );
        }
      }),
    );
  });
});

describe('a correction after the close', () => {
  const wrong = note('n1', 3, 'Was paid half.');
  const right = note('n3', 70, 'Was paid a third.', { kind: 'correction', correctsNoteId: 'n1' });

  it('says first what is right, then what was wrong, and of which call', () => {
    expect(correctionLog(weber, [note('n0', 2, 'Cries.'), wrong, right], right)).toEqual({
      subject: 'Correction: Jonas Weber about a wrong payslip, 14:00',
      facts: [
        'Correction 15:10 by Olga Operator: Was paid a third.',
        'It corrects point 2 (14:03): “Was paid half”',
        'Caller: Jonas Weber, +49 1511 2345678',
        'Called: 29 March 2026 at 14:00 CEST, answered by Olga Operator',
      ],
      points: [],
    });
  });

  it('of nothing in particular stands by itself', () => {
    const added = { ...right, correctsNoteId: null, at: new Date(noon.getTime() + 20 * 3_600_000) };
    expect(correctionLog(weber, [wrong, added], added).facts[0]).toBe(
      'Correction 30 March, 10:00 by Olga Operator: Was paid a third.',
    );
    expect(correctionLog(weber, [wrong, added], added).facts).toHaveLength(3);
  });
});
