// Whose call is next, when it rings, and what an operator is doing.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colleaguesToAsk } from '../../app/desk/colleague-order';
import {
  deskStatus,
  isNewClient,
  nextToAnswer,
  offeredCalls,
  waitingByClient,
} from '../../app/desk/queue-selectors';
import type { CallCard, Colleague } from '../../src/domain/calls/model';
import type { PresenceCard } from '../../src/domain/tenancy/model';
import { isRingHeard } from '../../src/domain/tenancy/heard-ring';
import { after, at, call, desk, noon } from '../support/desk';

const seconds = (count: number) => new Date(noon.getTime() + count * 1_000);

const ringing = (id: string, clientId: string | null, second: number): CallCard =>
  call({ id, clientId, state: 'ringing', ringAt: seconds(second), answeredAt: null, answeredById: null });

const presence = (given: Partial<PresenceCard> = {}): PresenceCard => ({
  membershipId: 'me',
  name: 'Olga Operator',
  languages: [],
  state: 'available',
  reason: '',
  changedAt: at(-5),
  ringTestedAt: at(-10),
  seenAt: noon,
  ...given,
});

const idOf = (one: CallCard | null) => one?.id ?? null;

describe('the answer key', () => {
  const queue = (ownClients: string[], ...waiting: CallCard[]) => desk({ waiting, ownClients });

  it('takes the call that has waited longest, where an operator takes all clients', () => {
    const state = queue([], ringing('late', 'brightwater', 5), ringing('early', 'alder', 2));
    expect(idOf(nextToAnswer(state, seconds(6)))).toBe('early');
  });

  it('takes the oldest of one’s own clients, also where somebody else has waited longer', () => {
    const state = queue(
      ['alder'],
      ringing('theirs', 'brightwater', 0),
      ringing('second', 'alder', 50),
      ringing('first', 'alder', 40),
    );
    expect(idOf(nextToAnswer(state, seconds(60)))).toBe('first');
  });

  it('leaves other clients’ calls to the colleagues for 30 seconds, then takes the oldest', () => {
    const state = queue(['alder'], ringing('younger', 'meridian', 10), ringing('older', 'brightwater', 0));
    expect(nextToAnswer(state, seconds(0))).toBeNull();
    expect(nextToAnswer(state, seconds(29.9))).toBeNull();
    expect(idOf(nextToAnswer(state, seconds(30)))).toBe('older');
  });

  it('takes a number that belongs to no client at once: it is everybody’s', () => {
    expect(idOf(nextToAnswer(queue(['alder'], ringing('unknown', null, 0)), seconds(1)))).toBe('unknown');
  });

  it('has nothing to take once the caller hung up, or a colleague was faster', () => {
    const state = queue([], ringing('one', 'alder', 0));
    const taken = after(state, {
      type: 'call.changed',
      call: call({ id: 'one', clientId: 'alder', answeredById: 'luca', answeredByName: 'Luca' }),
    });
    expect(nextToAnswer(taken, seconds(40))).toBeNull();
    const gone = { ...ringing('one', 'alder', 0), state: 'abandoned' as const };
    expect(nextToAnswer(after(state, { type: 'call.changed', call: gone }), seconds(40))).toBeNull();
  });

  it('follows a new list of clients at once', () => {
    const state = queue(['alder'], ringing('one', 'brightwater', 0));
    const changed = after(state, {
      type: 'assignments.changed',
      memberId: 'me',
      clientIds: ['brightwater'],
    });
    expect(idOf(nextToAnswer(changed, seconds(1)))).toBe('one');
    const anothers = after(state, {
      type: 'assignments.changed',
      memberId: 'luca',
      clientIds: ['brightwater'],
    });
    expect(nextToAnswer(anothers, seconds(1))).toBeNull();
  });
});

describe('whatever waits', () => {
  const clients = fc.constantFrom('alder', 'brightwater', 'meridian', null);
  const waiting = fc
    .array(fc.tuple(clients, fc.integer({ min: 0, max: 90 })), { maxLength: 12 })
    .map((all) => all.map(([clientId, second], place) => ringing(`call-${place}`, clientId, second)));
  const ownClients = fc.subarray(['alder', 'brightwater', 'meridian']);
  const second = fc.integer({ min: 0, max: 200 });

  it('every call stands in exactly one of the two lists, each by age', () => {
    fc.assert(
      fc.property(waiting, ownClients, (calls, own) => {
        const { mine, others } = waitingByClient(desk({ waiting: calls, ownClients: own }));
        expect([...mine, ...others].map(({ id }) => id).toSorted()).toEqual(
          calls.map(({ id }) => id).toSorted(),
        );
        for (const list of [mine, others]) {
          const ages = list.map(({ ringAt }) => ringAt.getTime());
          expect(ages).toEqual(ages.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('nobody waits more than 30 seconds without being somebody’s next', () => {
    fc.assert(
      fc.property(waiting, ownClients, second, (calls, own, now) => {
        const next = nextToAnswer(desk({ waiting: calls, ownClients: own }), seconds(now));
        const isLate = calls.some(({ ringAt }) => ringAt.getTime() + 30_000 <= seconds(now).getTime());
        if (isLate) expect(next).not.toBeNull();
        if (own.length === 0) expect(next === null).toBe(calls.length === 0);
      }),
    );
  });
});

describe('what an operator does', () => {
  it('is preparing until something was chosen', () => {
    expect(deskStatus(desk())).toEqual({ kind: 'preparing', reason: '', since: null });
  });

  it('is what was chosen, while no call is in hand', () => {
    const state = desk({ colleagues: [presence({ state: 'break', reason: 'meal' })] });
    expect(deskStatus(state)).toEqual({ kind: 'break', reason: 'meal', since: at(-5) });
  });

  it('is on call before wrap-up, and wrap-up before anything chosen', () => {
    const wrapUp = call({ id: 'old', state: 'wrap_up', endedAt: at(3) });
    const live = call({ id: 'new', answeredAt: at(4) });
    const colleagues = [presence()];
    expect(deskStatus(desk({ colleagues, mine: [wrapUp] }))).toMatchObject({ kind: 'wrap_up', since: at(3) });
    expect(deskStatus(desk({ colleagues, mine: [wrapUp, live] }))).toMatchObject({
      kind: 'on_call',
      since: at(4),
    });
  });

  it('does not change by what a colleague does', () => {
    const state = after(desk({ colleagues: [presence()] }), {
      type: 'presence.changed',
      presence: presence({ membershipId: 'luca', state: 'break' }),
    });
    expect(deskStatus(state).kind).toBe('available');
  });
});

describe('a call that is handed over', () => {
  const offered = (id: string, second: number, more: Partial<CallCard> = {}) =>
    call({ id, answeredById: 'dana', handoverToId: 'me', handoverAt: seconds(second), ...more });

  it('is on top of the colleague’s desk from the event on, the first offer first', () => {
    const state = after(
      desk(),
      { type: 'call.changed', call: offered('later', 9) },
      { type: 'call.changed', call: offered('first', 3) },
    );
    expect(offeredCalls(state).map(({ id }) => id)).toEqual(['first', 'later']);
  });

  it('is gone when the offer ends, when it was taken, and when the call is over', () => {
    const state = after(desk(), { type: 'call.changed', call: offered('one', 1) });
    for (const change of [
      { handoverToId: null },
      { handoverToId: null, answeredById: 'me' },
      { state: 'closed' as const },
    ]) {
      const next = after(state, { type: 'call.changed', call: offered('one', 1, change) });
      expect(offeredCalls(next)).toEqual([]);
    }
  });
});

it('a client is new until a call for it was finished; a number that belongs to nobody never is', () => {
  const state = desk({ knownClients: ['alder'] });
  expect(isNewClient(state, call({ clientId: 'brightwater' }))).toBe(true);
  expect(isNewClient(state, call({ clientId: 'alder' }))).toBe(false);
  expect(isNewClient(state, call({ clientId: null }))).toBe(false);
  const closed = call({ clientId: 'brightwater', state: 'closed', closedAt: at(9) });
  const after1 = after(state, { type: 'call.changed', call: closed });
  expect(isNewClient(after1, call({ clientId: 'brightwater' }))).toBe(false);
});

it('a ring that was heard counts for 12 hours', () => {
  expect(isRingHeard(null, noon)).toBe(false);
  expect(isRingHeard(at(-12 * 60 + 1), noon)).toBe(true);
  expect(isRingHeard(at(-12 * 60), noon)).toBe(false);
});

describe('whom to hand a call to', () => {
  const colleague = (name: string, given: Partial<Colleague> = {}): Colleague => ({
    ...presence({ membershipId: name.toLowerCase(), name }),
    inHand: null,
    ...given,
  });
  const all = [
    colleague('Olga'),
    colleague('Ben', { state: 'break', reason: 'meal' }),
    colleague('Cleo', { inHand: 'live' }),
    colleague('Luca', { languages: ['it', 'en'] }),
    colleague('Ada', { inHand: 'wrap_up', languages: ['pt-BR'] }),
    colleague('Dan', { state: 'preparing' }),
    colleague('Eva'),
  ];
  const asked = (typed: string) => colleaguesToAsk(all, 'olga', typed).map(({ name }) => name);

  it('shows who is free first, never who has the call already', () => {
    expect(asked('')).toEqual(['Eva', 'Luca', 'Ada', 'Dan', 'Cleo', 'Ben']);
  });

  it('finds by a part of a name, by a language, and by the name of a language', () => {
    expect(asked('lu')).toEqual(['Luca']);
    expect(asked(' ITAL ')).toEqual(['Luca']);
    expect(asked('pt-br')).toEqual(['Ada']);
    expect(asked('zulu')).toEqual([]);
  });
});
