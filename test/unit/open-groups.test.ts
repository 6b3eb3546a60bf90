import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openGroups } from '../../src/domain/reports/open-groups';
import type { OpenItem } from '../../src/domain/reports/still-open';

const item: fc.Arbitrary<OpenItem> = fc.record({
  kind: fc.constant('promise'),
  callNumber: fc.integer({ min: 1, max: 5_000 }),
  caller: fc.constantFrom('', 'Jonas Weber', 'Ada Moreno'),
  words: fc.constantFrom('Call back with the correction', 'when the rest is paid'),
  whose: fc.constantFrom('service', 'client'),
  whoseName: fc.constantFrom('', 'Tom Becker'),
  dueAt: fc.constantFrom(
    null,
    '2026-11-23T14:59:02.000Z',
    '2026-11-23T14:59:58.000Z',
    '2026-11-23T15:00:00.000Z',
  ),
  isOverdue: fc.boolean(),
});

const said = (one: Pick<OpenItem, 'words' | 'whose' | 'whoseName' | 'dueAt' | 'isOverdue'>, call: object) =>
  JSON.stringify([one.words, one.whose, one.whoseName, one.dueAt?.slice(0, 16), one.isOverdue, call]);

it('every open item stands in one group that says of it what it says itself, and no group is too long to read', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 120 }), (items) => {
      const groups = openGroups(items);
      const told = groups.flatMap((group) => group.calls.map((call) => said(group, call)));
      const meant = items.map((one) => said(one, { callNumber: one.callNumber, caller: one.caller }));
      expect(told.toSorted()).toEqual(meant.toSorted());
      expect(groups.every(({ calls }) => calls.length <= 24)).toBe(true);
    }),
  );
});

it('the callbacks of a recall are one line, where what is due earlier stays in front', () => {
  const open = (callNumber: number, words: string, dueAt: string): OpenItem => ({
    ...{ kind: 'promise', callNumber, caller: 'Ada', words, whose: 'service', whoseName: '', dueAt },
    isOverdue: false,
  });
  const groups = openGroups([
    open(3, 'tell the bank', '2026-11-23T12:00:00Z'),
    open(1, 'Call back', '2026-11-23T15:00:00Z'),
    open(2, 'Call back', '2026-11-23T15:00:30Z'),
  ]);
  expect(groups.map(({ words, calls }) => [words, calls.map(({ callNumber }) => callNumber)])).toEqual([
    ['tell the bank', [3]],
    ['Call back', [1, 2]],
  ]);
});
