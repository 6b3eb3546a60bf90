import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionInForce } from '../../src/domain/briefings/version-in-force';

const minute = (n: number) => new Date(Date.UTC(2026, 2, 29) + n * 60_000);
const instant = fc.integer({ min: 0, max: 40 }).map(minute);
const maybe = fc.option(instant, { nil: null });

const history = fc
  .array(fc.record({ publishedAt: instant, startsAt: maybe, endsAt: maybe }), { maxLength: 8 })
  .map((published) =>
    published
      .toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime())
      .map((version, n) => ({ ...version, version: n + 1 })),
  );

const inForce = (versions: Parameters<typeof versionInForce>[0]['versions'], now: Date) =>
  versionInForce({ resolvedAt: null, versions }, now);

describe('the version operators speak from', () => {
  it('is one whose window is open, and the newest that has begun', () => {
    fc.assert(
      fc.property(history, instant, (versions, now) => {
        const version = inForce(versions, now);
        const begun = versions.filter(
          ({ publishedAt, startsAt }) => publishedAt <= now && (startsAt ?? publishedAt) <= now,
        );
        const newest = begun.at(-1);
        const isOver = newest !== undefined && newest.endsAt !== null && newest.endsAt <= now;
        expect(version).toEqual(newest === undefined || isOver ? null : newest);
      }),
    );
  });

  it('does not depend on the order in which the versions were read', () => {
    const shuffled = history.chain((versions) =>
      fc.tuple(fc.constant(versions), fc.shuffledSubarray(versions, { minLength: versions.length })),
    );
    fc.assert(
      fc.property(shuffled, instant, ([versions, other], now) => {
        expect(inForce(other, now)).toEqual(inForce(versions, now));
      }),
    );
  });

  it('is never an older one again, however long one waits', () => {
    fc.assert(
      fc.property(history, instant, instant, (versions, a, b) => {
        const [earlier, later] = a <= b ? [a, b] : [b, a];
        const before = inForce(versions, earlier)?.version ?? 0;
        const after = inForce(versions, later)?.version ?? Infinity;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('stays until the start of the next one, which then takes over', () => {
    fc.assert(
      fc.property(history, instant, fc.integer({ min: 1, max: 60 }), (versions, now, wait) => {
        const present = inForce(versions, now);
        const startsAt = new Date(now.getTime() + wait * 60_000);
        const next = { version: versions.length + 1, publishedAt: now, startsAt, endsAt: null };
        expect(inForce([...versions, next], now)).toEqual(present);
        expect(inForce([...versions, next], startsAt)).toEqual(next);
      }),
    );
  });

  it('is none from the instant the briefing is resolved', () => {
    fc.assert(
      fc.property(history, instant, instant, (versions, resolvedAt, now) => {
        const version = versionInForce({ resolvedAt, versions }, now);
        expect(version).toEqual(resolvedAt <= now ? null : inForce(versions, now));
      }),
    );
  });

  it.each([
    ['before its start', minute(9), null],
    ['at its start', minute(10), 1],
    ['a minute before its end', minute(19), 1],
    ['at its end', minute(20), null],
  ])('with a window from minute 10 to 20, %s', (_, now, version) => {
    const versions = [{ version: 1, publishedAt: minute(0), startsAt: minute(10), endsAt: minute(20) }];
    expect(inForce(versions, now)?.version ?? null).toBe(version);
  });

  it('leaves silence, not the older words, when a correction is over', () => {
    const versions = [
      { version: 1, publishedAt: minute(0), startsAt: null, endsAt: null },
      { version: 2, publishedAt: minute(5), startsAt: null, endsAt: minute(10) },
    ];
    expect(inForce(versions, minute(9))?.version).toBe(2);
    expect(inForce(versions, minute(10))).toBeNull();
  });
});
