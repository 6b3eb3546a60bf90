// The hand-back of an incident: nobody is dropped, and every figure is what the list says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callLines, courseWords } from '../../src/domain/reports/call-lines';
import type { CallFacts, PromiseLine } from '../../src/domain/reports/incident-call';
import { callFate } from '../../src/domain/reports/incident-call';
import { packContent } from '../../src/domain/reports/pack-content';
import { timeSteps } from '../../src/domain/reports/time-steps';
import { aCall, incident, START, statements, takenBack } from '../support/random-incident';

const AS_OF = new Date(START + 12 * 3_600_000);

const packOf = (calls: readonly CallFacts[]) =>
  packContent({
    head: {
      briefingId: 'briefing',
      clientId: 'client',
      organizationName: 'Harbor Answering',
      clientName: 'Brightwater Payroll',
      timeZone: 'Europe/Berlin',
      headline: 'Payslips show wrong amounts',
      severity: 'critical',
      briefingState: 'resolved',
      version: 2,
      publishedAt: null,
      resolvedAt: null,
      asOf: AS_OF.toISOString(),
    },
    recalls: [takenBack],
    statements,
    calls,
  });

const total = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

describe('every call', () => {
  it('stands in the pack exactly once, by ring, also where it was read twice', () => {
    fc.assert(
      fc.property(incident, fc.nat({ max: 10 }), (calls, again) => {
        const { calls: listed, figures } = packOf([...calls, ...calls.slice(0, again)]);
        expect(listed.map(({ id }) => id).toSorted()).toEqual(calls.map(({ id }) => id).toSorted());
        expect(listed.map(({ number }) => number)).toEqual(listed.map((_, place) => place + 1));
        expect(listed.map(({ ringAt }) => ringAt)).toEqual(listed.map(({ ringAt }) => ringAt).toSorted());
        expect(figures.calls).toBe(listed.length);
      }),
    );
  });

  it('has its place among the calls of its caller', () => {
    fc.assert(
      fc.property(incident, (calls) => {
        const { calls: listed } = packOf(calls);
        for (const key of new Set(listed.map(({ callerKey }) => callerKey))) {
          const own = listed.filter(({ callerKey }) => callerKey === key);
          const places = own.map(({ callOfCaller, callsOfCaller }) => [callOfCaller, callsOfCaller]);
          expect(places).toEqual(own.map((_, place) => (key === null ? [1, 1] : [place + 1, own.length])));
        }
      }),
    );
  });

  it('loses no word of what was said, told and promised', () => {
    fc.assert(
      fc.property(incident, (calls) => {
        for (const call of calls) {
          const lines = callLines(call, (at) => at.toISOString(), { clientName: 'Brightwater' });
          const text = lines.map(({ label, words }) => `${label}: ${words}`).join('\n');
          const said = [call.issue, call.wish, ...call.notes.map((note) => note.text)];
          const told = [...call.told, ...call.questions].map((line) => line.text);
          const promised = call.promises.flatMap(({ what, evidence }) => [what, evidence]);
          const answers = call.intake.map(({ answer }) => answer);
          const summaries = call.escalations.map(({ summary }) => summary);
          for (const words of [...said, ...told, ...promised, ...answers, ...summaries])
            expect(text).toContain(words);
        }
      }),
    );
  });
});

describe('the totals', () => {
  it('agree with the list', () => {
    fc.assert(
      fc.property(incident, (calls) => {
        const { figures, calls: listed } = packOf(calls);
        const of = <Part>(part: (call: CallFacts) => Part[]): Part[] => listed.flatMap(part);
        expect(total(figures.fates)).toBe(listed.length);
        expect(figures.besides).toBe(listed.filter(({ isBesides }) => isBesides).length);
        const quarters = figures.quarters.map(
          ({ answered, abandoned, other }) => answered + abandoned + other,
        );
        expect(quarters.reduce((sum, count) => sum + count, 0)).toBe(listed.length);
        const spokenWith = figures.fates.answered + figures.fates.written;
        expect([total(figures.moodIn), total(figures.moodOut)]).toEqual([spokenWith, spokenWith]);

        const promises = of((call) => call.promises);
        const { overdue, keptLate, ...states } = figures.promises;
        expect(total(states)).toBe(promises.length);
        const isOpen = ({ state }: PromiseLine) => state === 'open';
        expect(states.open).toBe(promises.filter(isOpen).length);
        expect(overdue).toBe(promises.filter((one) => isOpen(one) && new Date(one.dueAt) <= AS_OF).length);
        expect(keptLate).toBeLessThanOrEqual(states.kept);

        expect(total(figures.questions)).toBe(of((call) => call.questions).length);
        expect(total(figures.escalations)).toBe(of((call) => call.escalations).length);
        expect(total(figures.acknowledged)).toBe(total(figures.escalations));
        const told = figures.told.reduce((sum, statement) => sum + statement.calls, 0);
        expect(told).toBe(of((call) => call.told).length);
      }),
    );
  });

  it('count callers once a number, and each without one by itself', () => {
    fc.assert(
      fc.property(incident, (calls) => {
        const { figures, calls: listed } = packOf(calls);
        const without = listed.filter(({ callerKey }) => callerKey === null).length;
        const numbers = new Set(listed.flatMap(({ callerKey }) => callerKey ?? [])).size;
        expect(figures.withoutNumber).toBe(without);
        expect(figures.callers).toBe(numbers + without);
        expect(figures.repeatCalls).toBe(listed.length - figures.callers);
        expect(figures.repeatCallers).toBe(
          listed.filter(({ callOfCaller, callsOfCaller }) => callOfCaller === 1 && callsOfCaller > 1).length,
        );
      }),
    );
  });

  it('say of a recall how many were told, and what became of each', () => {
    fc.assert(
      fc.property(incident, (calls) => {
        const [recall] = packOf(calls).recalls;
        const affected = calls.filter(({ told }) => told.some((line) => line.recall !== null));
        expect(recall?.callers).toBe(new Set(affected.map(({ phone, id }) => phone ?? id)).size);
        const { kept = 0, open = 0, unreached = 0, withoutNumber = 0 } = recall ?? {};
        expect(kept + open + unreached + withoutNumber).toBe(recall?.callers);
      }),
    );
  });

  it('stand in the chart as they are, however long the incident took', () => {
    fc.assert(
      fc.property(incident, fc.integer({ min: 5, max: 60 }), (calls, most) => {
        const { quarters } = packOf(calls).figures;
        const { steps, length } = timeSteps(quarters, most);
        const sum = (key: 'answered' | 'abandoned' | 'other', of: typeof quarters) =>
          of.reduce((count, one) => count + one[key], 0);
        for (const key of ['answered', 'abandoned', 'other'] as const)
          expect(sum(key, steps)).toBe(sum(key, quarters));
        expect(steps.length).toBeLessThanOrEqual(most);
        const starts = steps.map(({ at }) => Date.parse(at));
        expect(starts).toEqual(starts.map((_, place) => (starts[0] ?? 0) + place * length));
      }),
    );
  });
});

describe('what is still open', () => {
  it('holds every open promise, escalation and question, and whose it is', () => {
    fc.assert(
      fc.property(incident, (calls) => {
        const { open, figures } = packOf(calls);
        const count = (kind: string) => open.filter((item) => item.kind === kind).length;
        expect(count('promise')).toBe(figures.promises.open);
        expect(count('question')).toBe(figures.questions.open);
        const { open: started, acknowledged, unanswered } = figures.escalations;
        expect(count('escalation')).toBe(started + acknowledged + unanswered);
        expect(open.filter(({ isOverdue }) => isOverdue)).toHaveLength(figures.promises.overdue);
        const due = open.flatMap(({ dueAt }) => dueAt ?? []);
        expect(open.slice(0, due.length).map(({ dueAt }) => dueAt)).toEqual(due.toSorted());
      }),
    );
  });

  const item = (changes: Partial<CallFacts>) => packOf([aCall(changes)]).open;
  const promise: PromiseLine = {
    id: 'p',
    kind: 'information',
    reason: 'call',
    causeId: 'p',
    what: 'when the rest is paid',
    owner: 'service',
    ownerName: '',
    phone: null,
    dueAt: new Date(START).toISOString(),
    state: 'open',
    tries: 0,
    endedAt: null,
    evidence: '',
  };

  it('names the caller who gave up and with whom nobody has spoken', () => {
    const gaveUp = aCall({
      fate: 'abandoned',
      answeredAt: null,
      endedAt: new Date(START + 40_000).toISOString(),
    });
    expect(packOf([gaveUp]).open).toMatchObject([
      { kind: 'unreached', words: 'Gave up after 40 s; nobody has spoken with them since.', whose: 'client' },
    ]);
    expect(packOf([gaveUp, aCall({ id: 'later' })]).open).toEqual([]);
    const anonymous = { ...gaveUp, phone: null, callerKey: null };
    expect(packOf([anonymous, aCall({ id: 'other', phone: null, callerKey: null })]).open).toMatchObject([
      { words: 'Gave up after 40 s; nobody has spoken with them since. The number was withheld.' },
    ]);
  });

  it('names calls that still ring or are being written up', () => {
    expect(item({ fate: 'ringing', isOpen: true, answeredAt: null, endedAt: null })).toMatchObject([
      { kind: 'call', words: 'Still ringing.', whose: 'service' },
    ]);
    expect(item({ isOpen: true })).toMatchObject([{ kind: 'call', whose: 'service', whoseName: 'Kim' }]);
  });

  it('says of a promise whose it is, and that it is overdue', () => {
    expect(item({ promises: [promise] })).toMatchObject([
      { whose: 'service', whoseName: '', isOverdue: true },
    ]);
    const later = { ...promise, dueAt: new Date(AS_OF.getTime() + 1).toISOString() };
    expect(item({ promises: [{ ...later, owner: 'client', ownerName: 'Tom Becker' }] })).toMatchObject([
      { whose: 'client', whoseName: 'Tom Becker', isOverdue: false },
    ]);
    expect(
      item({ promises: [{ ...promise, owner: 'operator', ownerName: 'Kim', kind: 'callback', tries: 2 }] }),
    ).toMatchObject([
      { words: 'Call back (tried 2 times): when the rest is paid', whose: 'service', whoseName: 'Kim' },
    ]);
    for (const state of ['kept', 'broken', 'renegotiated', 'cancelled'] as const) {
      expect(item({ promises: [{ ...promise, state }] })).toEqual([]);
    }
  });

  it('leaves those who cannot be called about a correction to the client', () => {
    const told = {
      statementId: 'a',
      version: 1,
      language: 'en',
      text: 'It is correct.',
      at: '',
      byName: 'Kim',
    };
    const line = { ...told, isAfterWithdrawal: false, recall: { id: 'recall', state: 'no_number' as const } };
    expect(item({ phone: null, callerKey: null, told: [line] })).toMatchObject([
      { kind: 'recall', whose: 'client' },
    ]);
  });
});

describe('a call in words', () => {
  const none = { answeredAt: null, abandonedAt: null, endedAt: null, closedAt: null };
  const at = new Date(START);

  it.each([
    ['answered', 'phone', { ...none, answeredAt: at, endedAt: at }],
    ['abandoned', 'phone', { ...none, abandonedAt: at }],
    ['abandoned', 'phone', { ...none, closedAt: at }],
    ['ringing', 'phone', none],
    ['written', 'email', none],
  ] as const)('was %s', (fate, channel, instants) => {
    expect(callFate(channel, instants)).toBe(fate);
  });

  it('says how it went', () => {
    expect(
      courseWords(aCall({ moodIn: 'angry', moodOut: 'calm', urgency: 'urgent', disposition: 'informed' })),
    ).toBe('Answered after 8 s by Kim, 3 min; angry, then calm; urgent; Informed');
    const gaveUp = aCall({ fate: 'abandoned', answeredAt: null, operatorName: null });
    expect(courseWords(gaveUp)).toBe('Gave up after 188 s; nobody answered');
  });
});
