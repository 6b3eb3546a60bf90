import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HomeKind, HomeLine, HomeRow } from '../../src/domain/reports/home-line';
import { compareHomeLines, homeTier, isHomeDeadline } from '../../src/domain/reports/home-order';
import { homePlace } from '../../src/domain/reports/home-places';
import { homeWords } from '../../src/domain/reports/home-words';
import { after, HOUR, MINUTE } from '../../src/kernel/duration';

const now = new Date('2026-11-20T12:00:00Z');
const row: HomeRow = {
  kind: 'promise',
  id: 'p1',
  ref: 'c1',
  clientName: 'Brightwater Payroll',
  timeZone: 'Europe/Berlin',
  urgency: null,
  words: 'when the rest is paid',
  name: 'Jonas Weber',
  count: 1,
  at: now,
};
const kinds: HomeKind[] = [
  'call_offered',
  'call_open',
  'escalation_unanswered',
  'escalation_late',
  'escalation_open',
  'escalation_unsettled',
  'report_overdue',
  'report_due',
  'promise',
  'callback_claimed',
  'briefing_to_read',
  'briefing_update',
  'briefing_approval',
  'briefing_unapproved',
  'briefing_sent_back',
  'briefing_reported',
  'surge',
  'questions',
  'set_aside',
  'messages_to_review',
  'messages_held',
  'words_missing',
  'words_proposed',
  'escalations_to_review',
  'actions',
  'calls_to_score',
  'coaching_notes',
  'scores',
];

const lineOf = (changes: Partial<HomeRow>): HomeLine => {
  const one = { ...row, ...changes };
  return { ...one, tier: homeTier(one, now) ?? 'later', isDeadline: isHomeDeadline(one.kind), href: '/' };
};

describe('how pressing a promise is', () => {
  it.each([
    [-1, 'late'],
    [0, 'late'],
    [1, 'soon'],
    [30 * MINUTE, 'soon'],
    [30 * MINUTE + 1, 'open'],
    [12 * HOUR, 'open'],
    [12 * HOUR + 1, null],
  ])('%d ms ahead of its deadline: %s', (left, tier) => {
    expect(homeTier({ kind: 'promise', at: after(now, left) }, now)).toBe(tier);
  });
});

describe('the order', () => {
  const some = fc
    .record({
      kind: fc.constantFrom(...kinds),
      id: fc.option(fc.uuid()),
      urgency: fc.constantFrom('emergency' as const, 'urgent' as const, 'routine' as const, null),
      at: fc.integer({ min: -100, max: 100 }).map((minutes) => after(now, minutes * MINUTE)),
    })
    .map(lineOf);

  it('puts what is late before what is soon, the more urgent first, and of equals the earliest', () => {
    const tiers = ['late', 'soon', 'open', 'later'];
    const urgencies = ['emergency', 'urgent', 'routine', null];
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), (lines) => {
        const sorted = lines.toSorted(compareHomeLines);
        for (const [n, line] of sorted.entries()) {
          const before = sorted[n - 1];
          if (before === undefined) continue;
          const [a, b] = [before, line].map((one) => tiers.indexOf(one.tier)) as [number, number];
          expect(a).toBeLessThanOrEqual(b);
          if (a !== b) continue;
          const [c, d] = [before, line].map((one) => urgencies.indexOf(one.urgency)) as [number, number];
          expect(c).toBeLessThanOrEqual(d);
          if (c === d) expect(before.at.getTime()).toBeLessThanOrEqual(line.at.getTime());
        }
      }),
    );
  });

  it('does not depend on how the lines came', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(some, { maxLength: 20, selector: ({ kind, id }) => `${kind} ${id}` }),
        (lines) => {
          expect(lines.toReversed().toSorted(compareHomeLines)).toEqual(lines.toSorted(compareHomeLines));
        },
      ),
    );
  });
});

describe('every kind of line', () => {
  it.each(kinds)('%s says what it is, what to do, and leads into the product', (kind) => {
    for (const count of [1, 2, 1_000]) {
      const { title, deed } = homeWords({ ...row, kind, count });
      expect(title).not.toMatch(/undefined|null/);
      expect(deed.length).toBeGreaterThan(3);
    }
    for (const side of ['desk', 'manage', 'portal'] as const) {
      expect(homePlace(side, { ...row, kind })).toMatch(new RegExp(`^/(${side}|account)(/|\\?|$)`));
    }
  });

  it('a call back is opened as one, everything else beside its call', () => {
    expect(homePlace('desk', { ...row, ref: null })).toBe('/desk?callback=p1');
    expect(homePlace('desk', row)).toBe('/desk?call=c1');
  });
});
