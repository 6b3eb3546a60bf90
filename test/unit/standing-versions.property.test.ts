import fc from 'fast-check';
import { expect, it } from 'vitest';
import { versionInForce } from '../../src/domain/briefings/version-in-force';
import { standingVersions } from '../../src/domain/briefings/standing-versions';
import { after, HOUR } from '../../src/kernel/duration';

const now = new Date('2026-03-29T12:00:00Z');
const hour = fc.option(fc.integer({ min: -5, max: 5 }), { nil: null });
const at = (hours: number | null) => (hours === null ? null : after(now, hours * HOUR));

const history = fc.array(fc.record({ starts: hour, ends: hour }), { maxLength: 8 }).map((windows) =>
  windows.map(({ starts, ends }, n) => ({
    version: n + 1,
    says: n + 1,
    publishedAt: after(now, -HOUR),
    startsAt: at(starts),
    endsAt: at(ends),
  })),
);

it('published once more in their order, they are in force exactly when they were before', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 10 }), (versions, later) => {
      const again = standingVersions(versions, now).map((one, n) => ({
        ...one,
        version: versions.length + 1 + n,
        publishedAt: now,
      }));
      const instant = after(now, later * HOUR);
      const says = (all: typeof versions) =>
        versionInForce({ resolvedAt: null, versions: all }, instant)?.says ?? null;
      expect(says([...versions, ...again])).toBe(says(versions));
    }),
    { numRuns: 500 },
  );
});

it('and nothing else is in force from now on', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 10 }), (versions, later) => {
      const inForce = versionInForce({ resolvedAt: null, versions }, after(now, later * HOUR));
      if (inForce !== null) expect(standingVersions(versions, now)).toContainEqual(inForce);
    }),
    { numRuns: 500 },
  );
});
