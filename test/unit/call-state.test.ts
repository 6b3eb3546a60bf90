import fc from 'fast-check';
import { expect, it } from 'vitest';
import { callState } from '../../src/domain/calls/call-state';

const never = { answeredAt: null, endedAt: null, abandonedAt: null, closedAt: null };
const noon = new Date('2026-03-29T12:00:00Z');

it.each([
  ['it rings', {}, 'ringing'],
  ['somebody answered', { answeredAt: noon }, 'live'],
  ['the caller hung up first', { abandonedAt: noon }, 'abandoned'],
  ['it ended unanswered', { endedAt: noon }, 'abandoned'],
  ['it was answered and ended', { answeredAt: noon, endedAt: noon }, 'wrap_up'],
  ['it was answered, though the switch also said abandoned', { answeredAt: noon, abandonedAt: noon }, 'live'],
  [
    'it was answered, ended and called abandoned',
    { answeredAt: noon, abandonedAt: noon, endedAt: noon },
    'wrap_up',
  ],
  ['it was closed while it rang', { closedAt: noon }, 'closed'],
  ['it was closed after the wrap-up', { answeredAt: noon, endedAt: noon, closedAt: noon }, 'closed'],
  ['it was closed after it was abandoned', { abandonedAt: noon, closedAt: noon }, 'closed'],
])('%s: that is what counts', (_, happened, state) => {
  expect(callState({ ...never, ...happened })).toBe(state);
});

const facts = ['answeredAt', 'endedAt', 'abandonedAt', 'closedAt'] as const;

it('follows from what has happened, not from when or in which order it was said to', () => {
  const happened = fc.uniqueArray(fc.constantFrom(...facts));
  const someTime = fc.date({ noInvalidDate: true });
  fc.assert(
    fc.property(happened, fc.array(someTime, { minLength: 8, maxLength: 8 }), (names, times) => {
      const tell = (from: number) =>
        Object.fromEntries(names.map((name, n) => [name, times[from + n] ?? noon]));
      expect(callState({ ...never, ...tell(0) })).toBe(callState({ ...never, ...tell(4) }));
    }),
  );
});

it('never goes back when one more thing has happened', () => {
  const order = ['ringing', 'abandoned', 'live', 'wrap_up', 'closed'];
  const placeOf = (names: readonly string[]) =>
    order.indexOf(callState({ ...never, ...Object.fromEntries(names.map((name) => [name, noon])) }));
  fc.assert(
    fc.property(fc.shuffledSubarray([...facts], { minLength: 4 }), (names) => {
      const places = names.map((_, n) => placeOf(names.slice(0, n + 1)));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
  );
});
