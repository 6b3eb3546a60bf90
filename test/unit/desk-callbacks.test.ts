// What a desk shows of callbacks: whom to call now, who is with somebody else, and who rings in first.
import { describe, expect, test } from 'vitest';
import {
  callbackLists,
  callbacksOfCaller,
  holdsAllCallbacks,
  isRunningOut,
  waitOf,
} from '../../app/desk/callback-selectors';
import { openCallbacks } from '../../app/desk/desk-selectors';
import { mostOpenCallbacks, type CallbackPage } from '../../src/domain/promises/model';
import { pastDeeds } from '../../src/ui/callback-words';
import { at, call, callback, desk, noon } from '../support/desk';

const me = desk({}).me;
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('whom to call', () => {
  test('now stands apart from what waits or is with somebody else, each by deadline', () => {
    const callbacks = [
      callback({ id: 'claimed', dueAt: at(10), claimedById: 'other', claimedByName: 'Otto Operator' }),
      callback({ id: 'handed', dueAt: at(20), assignedToId: 'other', assignedToName: 'Otto Operator' }),
      callback({ id: 'client', dueAt: at(30), owner: 'client' }),
      callback({ id: 'later', dueAt: at(40), nextTryAt: at(25) }),
      callback({ id: 'again', dueAt: at(50), nextTryAt: at(-1) }),
      callback({ id: 'mine', dueAt: at(5), assignedToId: me }),
      callback({ id: 'overdue', dueAt: at(-60) }),
      callback({ id: 'done', dueAt: at(1), state: 'kept' }),
    ];
    const { now, others } = callbackLists(desk({ callbacks }), noon);
    expect(ids(now)).toEqual(['overdue', 'mine', 'again']);
    expect(ids(others)).toEqual(['claimed', 'handed', 'client', 'later']);
    expect(others.map((one) => waitOf(one, me, noon))).toEqual(['claimed', 'assigned', 'client', 'later']);
  });

  test('stays with whoever is at it, whatever else there is to say', () => {
    const own = { claimedById: me, claimedByName: 'Me' };
    for (const given of [{ owner: 'client' as const }, { nextTryAt: at(10) }, { assignedToId: 'other' }]) {
      expect(waitOf(callback({ ...own, ...given }), me, noon)).toBeNull();
    }
  });
});

describe('a desk', () => {
  const many = (count: number, given: Parameters<typeof callback>[0] = {}) =>
    Array.from({ length: count }, (_, n) => callback({ id: `${given?.owner ?? 'service'} ${n}`, ...given }));

  test('knows whether it holds all that is open, and asks for more as those at hand run out', () => {
    const { service, client } = mostOpenCallbacks;
    expect(holdsAllCallbacks(desk({ callbacks: many(service - 1) }))).toBe(true);
    expect(holdsAllCallbacks(desk({ callbacks: many(service) }))).toBe(false);
    expect(holdsAllCallbacks(desk({ callbacks: many(client, { owner: 'client' }) }))).toBe(false);
    expect(isRunningOut(desk({ callbacks: many(service) }))).toBe(false);
    const half = many(service).map((one, n) => (n < service / 2 ? { ...one, state: 'kept' as const } : one));
    expect(isRunningOut(desk({ callbacks: half }))).toBe(true);
    expect(isRunningOut(desk({ callbacks: many(service / 2) }))).toBe(false);
  });

  test('shows the open callback of whoever rings, of the same client alone', () => {
    const phone = '+4915112345678';
    const open = openCallbacks(
      desk({
        callbacks: [
          callback({ id: 'later', dueAt: at(90) }),
          callback({ id: 'sooner', dueAt: at(60), owner: 'client' }),
          callback({ id: 'done', state: 'kept' }),
          callback({ id: 'elsewhere', clientId: 'northgate' }),
          callback({ id: 'stranger', callerPhone: '+4915199999999' }),
          callback({ id: 'unknown', callerPhone: '' }),
          callback({ id: 'this call', callId: 'ringing' }),
        ],
      }),
    );
    const ringing = (given: Parameters<typeof call>[0]) =>
      ids(callbacksOfCaller(open, call({ id: 'ringing', clientId: 'brightwater', ...given })));
    expect(ringing({ ani: phone, isAniValid: true })).toEqual(['sooner', 'later']);
    expect(ringing({ ani: phone, isAniValid: false })).toEqual([]);
    expect(ringing({ ani: '', isAniValid: false, callerPhone: null })).toEqual([]);
    expect(ringing({ ani: '', isAniValid: false, callerPhone: phone })).toEqual(['sooner', 'later']);
    expect(ringing({ ani: phone, isAniValid: true, clientId: null })).toEqual([]);
  });
});

test('what was done so far is told the newest first: tries with their notes, and to whom it was handed', () => {
  const page: CallbackPage = {
    callback: callback(),
    tries: [
      { id: 't1', outcome: 'voicemail', note: '', said: '', at: at(-30), byName: 'Otto' },
      { id: 't2', outcome: 'no_answer', note: 'Line was busy.', said: '', at: at(-5), byName: 'Nora' },
    ],
    events: [
      { id: 'e1', type: 'given', words: 'x', at: at(-60), byName: 'Otto' },
      { id: 'e2', type: 'tried', words: 'x', at: at(-30), byName: 'Otto' },
      { id: 'e3', type: 'handed_over', words: 'To Nora: Italian.', at: at(-20), byName: 'Otto' },
    ],
  };
  expect(pastDeeds(page).map(({ words, note, byName }) => [words, note, byName])).toEqual([
    ['No answer', 'Line was busy.', 'Nora'],
    ['Handed over. To Nora: Italian.', '', 'Otto'],
    ['Voicemail', '', 'Otto'],
  ]);
});
