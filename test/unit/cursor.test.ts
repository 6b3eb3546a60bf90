import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeIdCursor, decodeInstantCursor, decodeTextCursor, toPage } from '../../src/kernel/cursor';
import { DomainError } from '../../src/kernel/errors';

const id = fc.uuid();
const name = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));

function cursorOf(...place: string[]): string {
  const { nextCursor } = toPage(['this one', 'one more'], 1, () => place);
  if (nextCursor === null) throw new Error('There should be a next page.');
  return nextCursor;
}

function refusal(decode: () => unknown): DomainError | null {
  try {
    decode();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

describe('the place after a row', () => {
  it('comes back as it was sent, whatever the name holds', () => {
    fc.assert(
      fc.property(name, id, (text, last) => {
        expect(decodeTextCursor(cursorOf(text, last))).toEqual([text, last]);
        expect(decodeIdCursor(cursorOf(last))).toBe(last);
      }),
    );
  });

  it('comes back as the instant it was, with one id or two', () => {
    const instant = fc.date({
      noInvalidDate: true,
      min: new Date(0),
      max: new Date('9999-12-31T23:59:59.999Z'),
    });
    fc.assert(
      fc.property(instant, id, id, (at, first, second) => {
        expect(decodeInstantCursor(cursorOf(at.toISOString(), first), 1)).toEqual([at, first]);
        expect(decodeInstantCursor(cursorOf(at.toISOString(), first, second), 2)).toEqual([
          at,
          first,
          second,
        ]);
      }),
    );
  });

  it('can stand in an address as it is', () => {
    fc.assert(
      fc.property(name, id, (text, last) => {
        const cursor = cursorOf(text, last);
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
    );
  });

  it('leads through every row once, in order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 30 }), fc.integer({ min: 1, max: 10 }), (ids, limit) => {
        const sorted = ids.toSorted();
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const from: string = cursor === null ? '' : decodeIdCursor(cursor);
          const rows = sorted.filter((row) => row > from).slice(0, limit + 1);
          const page = toPage(rows, limit, (last) => [last]);
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items);
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(seen).toEqual(sorted);
      }),
    );
  });
});

describe('a cursor that is not one of ours', () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const someId = '0198c0de-0000-7000-8000-000000000001';
  const junk: [what: string, cursor: string][] = [
    ['empty', ''],
    ['plain words', 'page two'],
    ['JSON that is no list', encode({ id: someId })],
    ['a list of numbers', encode([1, 2])],
    ['an empty list', encode([])],
    ['too long a list', encode([someId, someId, someId])],
    ['an id that is none', encode(['2; drop table calls'])],
    ['a name and an id that is none', encode(['Brightwater', 'x'])],
    ['a name with a zero character', encode(['Bright\0water', someId])],
    ['null', encode(null)],
    ['a cut one', cursorOf('Brightwater', someId).slice(0, -4)],
  ];

  it.each(junk)('is refused in words: %s', (_, cursor) => {
    const decodeInstant = (text: string) => decodeInstantCursor(text, 1);
    for (const decode of [decodeIdCursor, decodeTextCursor, decodeInstant]) {
      expect(refusal(() => decode(cursor))).toMatchObject({
        code: 'INVALID',
        problems: [{ field: 'cursor', words: 'Use nextCursor of the page before, unchanged.' }],
      });
    }
  });

  it('never breaks anything, whatever it is', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc.json().map((text) => encode(text)),
    );
    fc.assert(
      fc.property(anything, (cursor) => {
        expect(refusal(() => decodeIdCursor(cursor))?.code).toBe('INVALID');
        expect(refusal(() => decodeTextCursor(cursor))?.code).toBe('INVALID');
        expect(refusal(() => decodeInstantCursor(cursor, 2))?.code).toBe('INVALID');
      }),
    );
  });
});
