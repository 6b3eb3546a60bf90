import { describe, expect, test } from 'vitest';
import { summarizeChanges } from '../../app/desk/briefing-change-words';
import { callWordingRules } from '../../app/desk/call-wording-rules';
import { deskReducer } from '../../app/desk/desk-reducer';
import {
  openCallbacks,
  overflowOf,
  overflowWindows,
  ownPromises,
  ownReminders,
} from '../../app/desk/desk-selectors';
import { joined } from '../../app/desk/outbox';
import { readingOf } from '../../app/desk/reading';
import type { OverflowWindow } from '../../src/domain/overflow/model';
import type { PromiseCard } from '../../src/domain/promises/model';
import { promiseCard } from '../support/promise-card';
import { after, at, briefing, callback, content, desk, noon, statement, withdrawal } from '../support/desk';

describe('overflow windows', () => {
  const window: OverflowWindow = {
    id: 'o1',
    clientId: 'brightwater',
    clientName: 'Brightwater Payroll',
    startsAt: at(-10),
    endsAt: at(10),
    note: '',
    openedByName: 'Ada Author',
  };
  const later = { ...window, id: 'o2', startsAt: at(60), endsAt: at(90) };
  const ids = (windows: readonly OverflowWindow[]) => windows.map(({ id }) => id);

  test('end and begin by the clock', () => {
    const state = desk({ overflow: [later, window] });
    expect(ids(overflowWindows(state, noon).open)).toEqual(['o1']);
    expect(ids(overflowWindows(state, noon).coming)).toEqual(['o2']);
    expect(overflowWindows(state, at(10)).open).toEqual([]);
    expect(overflowOf(state, 'brightwater', at(60))?.id).toBe('o2');
    expect(overflowOf(state, 'alder', noon)).toBeNull();
  });

  test('are opened, changed and closed by what happens', () => {
    const changed = after(desk(), { type: 'overflow.changed', overflow: window, isClosed: false });
    expect(ids(overflowWindows(changed, noon).open)).toEqual(['o1']);
    const closed = after(changed, { type: 'overflow.changed', overflow: window, isClosed: true });
    expect(overflowWindows(closed, noon)).toEqual({ open: [], coming: [] });
  });
});

describe('promises', () => {
  const promise = (given: Partial<PromiseCard>): PromiseCard =>
    promiseCard({
      kind: 'information',
      owner: 'operator',
      ownerId: 'me',
      ownerName: 'Olga Operator',
      dueAt: at(60),
      createdAt: noon,
      ...given,
    });
  const ids = (state: Parameters<typeof ownPromises>[0]) => ownPromises(state).map(({ id }) => id);

  test('of this operator and of anybody here stand by deadline; a colleague’s and the client’s do not', () => {
    const state = desk({
      promises: [
        promise({ id: 'mine', dueAt: at(90) }),
        promise({ id: 'anybody', owner: 'service', ownerId: null, dueAt: at(30) }),
        promise({ id: 'theirs', ownerId: 'colleague' }),
        promise({ id: 'client', owner: 'client', ownerId: null }),
      ],
    });
    expect(ids(state)).toEqual(['anybody', 'mine']);
  });

  test('leave the list when they are kept, wherever that was done', () => {
    const state = desk({ promises: [promise({})] });
    const kept = promise({ state: 'kept', evidence: 'Told.' });
    const later = after(state, { type: 'promise.changed', promise: kept });
    expect(ids(later)).toEqual([]);
    expect(later.promises['p1']?.evidence).toBe('Told.');
  });
});

describe('reminders', () => {
  const mine = promiseCard({ id: 'mine', causeId: 'mine', owner: 'operator', ownerId: 'me' });
  const theirs = promiseCard({ id: 'theirs', causeId: 'theirs', owner: 'operator', ownerId: 'colleague' });
  const anybodys = promiseCard({ id: 'anybodys', causeId: 'anybodys', dueAt: at(1) });
  const all = desk({ promises: [mine, theirs, anybodys] });
  const reminded = (state: typeof all, promise: PromiseCard) =>
    after(state, { type: 'promise.reminded', stage: 'ahead', promises: [promise], count: 1, lateMs: 0 });
  const ids = (state: typeof all) => ownReminders(state).map(({ causeId }) => causeId);

  test('of what this operator or anybody here does are shown, by deadline, until it is done or seen', () => {
    const told = [mine, theirs, anybodys].reduce(reminded, all);
    expect(ids(told)).toEqual(['anybodys', 'mine']);
    expect(ids(deskReducer(told, { type: 'reminded', causeId: 'anybodys' }))).toEqual(['mine']);
    const kept = after(told, { type: 'promise.changed', promise: { ...mine, state: 'kept' } });
    expect(ids(kept)).toEqual(['anybodys']);
  });

  test('of callbacks that a recall asks for stand until those are made, and not among the promises', () => {
    const called = promiseCard({ id: 'c1', causeId: 'recall', reason: 'recall' });
    const state = reminded(desk({ callbacks: [callback({ id: 'c1' })] }), called);
    expect(ids(state)).toEqual(['recall']);
    const changed = after(state, { type: 'promise.changed', promise: called });
    expect(ownPromises(changed)).toEqual([]);
    const made = callback({ id: 'c1', state: 'kept' });
    expect(ids(after(changed, { type: 'callback.changed', callback: made }))).toEqual([]);
  });
});

describe('callbacks', () => {
  test('stand by deadline, and leave when they are done', () => {
    const first = callback({ id: 'c1', dueAt: at(60) });
    const state = desk({ callbacks: [callback({ id: 'c2', dueAt: at(90) }), first] });
    expect(openCallbacks(state).map(({ id }) => id)).toEqual(['c1', 'c2']);
    const done = { ...first, state: 'kept' as const };
    expect(
      openCallbacks(after(state, { type: 'callback.changed', callback: done })).map(({ id }) => id),
    ).toEqual(['c2']);
  });

  test('a list that was read anew takes the place of the old one', () => {
    const state = deskReducer(desk({ callbacks: [callback({ id: 'old' })] }), {
      type: 'callbacks',
      callbacks: [callback({ id: 'new', claimedById: 'other', claimedByName: 'Otto Operator' })],
    });
    expect(openCallbacks(state)).toMatchObject([{ id: 'new', claimedByName: 'Otto Operator' }]);
  });
});

describe('a confirmation', () => {
  const version = briefing({ version: 2 });
  const { briefingId, versionId } = version;
  const state = desk({ briefings: [version], readings: { b1: 1 } });
  const entry = joined(
    [],
    { kind: 'reading', callId: null, briefingId, versionId, version: 2, headline: 'Wrong payslips' },
    { deskId: 'window', seq: 1, madeAt: noon.getTime() },
  );
  const known = { state, entries: [entry], isOffline: false, now: at(0) };

  test('counts once the server has it, and shows plainly where it has not arrived', () => {
    expect(readingOf(version, { ...known, entries: [] })).toBe('unread');
    expect(readingOf(version, known)).toBe('sending');
    expect(readingOf(version, { ...known, isOffline: true })).toBe('waiting');
    expect(readingOf(version, { ...known, now: at(1) })).toBe('waiting');
    expect(readingOf(version, { ...known, entries: [{ ...entry, refusal: 'Not yours.' }] })).toBe('unread');
    const read = deskReducer(state, { type: 'read', briefingId, version: 2 });
    expect(readingOf(version, { ...known, state: read })).toBe('read');
  });

  test('pressed twice it is one', () => {
    const again = joined([entry], { ...entry }, { deskId: 'window', seq: 2, madeAt: at(1).getTime() });
    expect([again.key, again.madeAt]).toEqual([entry.key, entry.madeAt]);
  });
});

describe('what changed, in words', () => {
  const when = (instant: string) => instant;
  const s1 = statement('s1', 'The payslips are right.');
  const s2 = statement('s2', 'Nobody loses money.');

  test('a withdrawn statement and a new opening', () => {
    const was = content({ opening: 'Good day.', statements: [s1, s2] });
    const now = content({ opening: 'We are sorry.', statements: [s2] });
    expect(summarizeChanges(was, now, { when }).words).toBe('1 statement withdrawn, opening reworded');
  });

  test('a corrected statement is told apart from one that was reworded', () => {
    const was = content({ statements: [s1, s2] });
    const now = content({
      statements: [statement('s1', 'They are being corrected.'), statement('s2', 'Nobody loses any money.')],
    });
    const withdrawals = [withdrawal({ statementId: 's1', version: 1 })];
    expect(summarizeChanges(was, now, { when, withdrawals }).words).toBe(
      '1 statement corrected, 1 statement changed',
    );
    expect(summarizeChanges(was, now, { when }).words).toBe('2 statements changed');
  });

  test('languages that come, change and go', () => {
    const was = content({ opening: 'Good day.', openingIn: { es: 'Buenos días.', fr: 'Bonjour.' } });
    const now = content({ opening: 'Good day.', openingIn: { es: 'Lo sentimos.', de: 'Guten Tag.' } });
    expect(summarizeChanges(was, now, { when }).words).toBe('French removed, Spanish reworded, German added');
  });
});

describe('what an operator types is checked against', () => {
  const assurance = (promiseRule: 'none' | 'will_try' | 'will_fix') => ({
    id: promiseRule,
    text: 'We look.',
    promiseRule,
  });

  test('the strictest of the assurances, and "we will try" without any', () => {
    const rules = (all: readonly ReturnType<typeof assurance>[]) =>
      callWordingRules(content({ assurances: [...all] }), 'en').promiseRule;
    expect(rules([assurance('will_fix'), assurance('none'), assurance('will_try')])).toBe('none');
    expect(rules([assurance('will_fix')])).toBe('will_fix');
    expect(rules([])).toBe('will_try');
    expect(callWordingRules(undefined, 'en')).toEqual({
      neverSay: [],
      promiseRule: 'will_try',
      language: 'en',
    });
  });
});
