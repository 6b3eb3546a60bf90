import { DomainError } from './errors';

/** A page of a list; `nextCursor` is null on the last one. */
export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** The place after a row, opaque to whoever carries it. */
function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws DomainError INVALID for anything that encodeCursor did not make */
export function decodeCursor(cursor: string, length: number): string[] {
  const invalid = new DomainError('INVALID', 'That cursor is not one of ours.', [
    { field: 'cursor', words: 'Use nextCursor of the page before, unchanged.' },
  ]);
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw invalid;
  }
  if (!Array.isArray(parts) || parts.length !== length) throw invalid;
  return parts.map((part: unknown) => {
    if (typeof part !== 'string') throw invalid;
    return part;
  });
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A cursor of lists that are sorted by id alone. */
export function decodeIdCursor(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (id === undefined || !uuidPattern.test(id))
    throw new DomainError('INVALID', 'That cursor is not one of ours.');
  return id;
}

/** Cuts rows that were read with `limit + 1` into a page. */
export function toPage<Item>(
  rows: Item[],
  limit: number,
  placeOf: (last: Item) => readonly string[],
): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(placeOf(last)) : null,
  };
}
