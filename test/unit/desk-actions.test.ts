// What the keys and the palette can do right now, and the words that go along with an emergency.
import { describe, expect, it } from 'vitest';
import { createDeskActions } from '../../app/desk/desk-actions';
import { emergencyCall, knownOfCall } from '../../app/desk/known-words';
import { joined, type OutboxChange } from '../../app/desk/outbox';
import { at, briefing, call, desk, noon } from '../support/desk';

describe('actions', () => {
  it('are done by the screen that offers them, and by nobody once it is gone', () => {
    const actions = createDeskActions();
    const done: string[] = [];
    const leave = actions.offer('escalate', () => done.push('the call'));
    expect([...actions.offered()]).toEqual(['escalate']);
    expect(actions.run('escalate')).toBe(true);
    leave();
    expect([...actions.offered()]).toEqual([]);
    expect(actions.run('escalate')).toBe(false);
    expect(done).toEqual(['the call']);
  });

  it('are done once, by the screen that came last, where two offer the same', () => {
    const actions = createDeskActions();
    const done: string[] = [];
    actions.offer('confirm', () => done.push('below'));
    const leave = actions.offer('confirm', () => done.push('above'));
    actions.run('confirm');
    leave();
    actions.run('confirm');
    expect(done).toEqual(['above', 'below']);
  });

  it('tell whoever shows them that they changed', () => {
    const actions = createDeskActions();
    const seen: number[] = [];
    const stop = actions.subscribe(() => seen.push(actions.offered().size));
    actions.offer('mood', () => undefined)();
    stop();
    actions.offer('mood', () => undefined);
    expect(seen).toEqual([1, 0]);
  });

  it('rest until everybody who asked for it has done choosing keys', () => {
    const actions = createDeskActions();
    const [first, second] = [actions.pause(), actions.pause()];
    first();
    expect(actions.isPaused()).toBe(true);
    second();
    expect(actions.isPaused()).toBe(false);
  });

  it('know what the open call would say, not what one did that is gone', () => {
    const actions = createDeskActions();
    const leave = actions.offerKnownWords('call', () => 'It smells of gas.');
    expect(actions.knownWords('call')).toBe('It smells of gas.');
    expect(actions.knownWords('another')).toBeNull();
    leave();
    expect(actions.knownWords('call')).toBeNull();
  });
});

describe('an emergency', () => {
  const live = call({ id: 'live', state: 'live' });
  const wrapUp = call({ id: 'wrap-up', state: 'wrap_up', answeredAt: at(-10) });
  const older = call({ id: 'older', state: 'wrap_up', answeredAt: at(-20) });
  const ringing = call({ id: 'ringing', state: 'ringing', answeredAt: null, answeredById: null });
  const closed = call({ id: 'closed', state: 'closed' });

  it('is about the live call, else one in wrap-up, else one that rings, else none', () => {
    const of = (...calls: (typeof live)[]) => emergencyCall(desk({ mine: calls }), null)?.id ?? null;
    expect(of(ringing, wrapUp, live, closed)).toBe('live');
    expect(of(ringing, wrapUp, closed)).toBe('wrap-up');
    expect(of(ringing, closed)).toBe('ringing');
    expect(of(closed)).toBeNull();
  });

  it('is about the one on screen where there are several alike', () => {
    const state = desk({ mine: [wrapUp, older] });
    expect(emergencyCall(state, null)?.id).toBe('wrap-up');
    expect(emergencyCall(state, { kind: 'call', id: 'older' })?.id).toBe('older');
  });

  it("takes along what is known of a call, sent or not, but not the caller's name and number", () => {
    const state = desk({
      briefings: [briefing()],
      mine: [{ ...live, callerName: 'Erika Muster', callerPhone: '+4915112345678' }],
    });
    const noted = {
      ...state,
      logs: { live: { notes: [note('n1', 'It smells of gas.')], told: [] } },
    };
    const waiting = [
      change({ kind: 'note', callId: 'live', noteId: 'n2', text: 'Third floor.' }),
      change({
        kind: 'fields',
        callId: 'live',
        fields: { mood: 'upset', requestedSolution: 'Somebody to come' },
      }),
      change({ kind: 'draft', callId: 'live', text: 'Windows are op' }),
      change({ kind: 'note', callId: 'another', noteId: 'n3', text: 'Not of this call.' }),
    ];
    const words = knownOfCall(noted, waiting, live, noon);
    for (const known of [
      'upset',
      'Wrong payslips',
      'It smells of gas.',
      'Third floor.',
      'Windows are op',
      'Somebody to come',
    ]) {
      expect(words).toContain(known);
    }
    expect(words).not.toMatch(/Muster|1512345678|Not of this call/);
  });
});

function change(made: OutboxChange) {
  return joined([], made, { deskId: 'desk', seq: 1, madeAt: noon.getTime() });
}

function note(id: string, text: string) {
  return {
    id,
    callId: 'live',
    kind: 'point' as const,
    text,
    at: noon,
    byName: 'Olga Operator',
    correctsNoteId: null,
  };
}
