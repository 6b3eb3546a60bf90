import { DomainError } from './errors';

/** A page of a list; `nextCursor` is null on the last one. */
export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** The place after a row, opaque to whoever carries it. */
function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function notOurs(): DomainError {
  return new DomainError('INVALID', 'That cursor is not one of ours.', [
    { field: 'cursor', words: 'Use nextCursor of the page before, unchanged.' },
  ]);
}

function decodeCursor(cursor: string, length: number): string[] {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw notOurs();
  }
  if (!Array.isArray(parts) || parts.length !== length) throw notOurs();
  return parts.map((part: unknown) => {
    // PostgreSQL holds no text with a zero character.
    if (typeof part !== 'string' || part.includes('\0')) throw notOurs();
    return part;
  });
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function requireId(id: string | undefined): string {
  if (id === undefined || !uuidPattern.test(id)) throw notOurs();
  return id;
}

/**
 * A cursor of lists that are sorted by id alone.
 * @throws DomainError INVALID for anything that no page of ours carried
 */
export function decodeIdCursor(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  return requireId(id);
}

/**
 * A cursor of lists that are sorted by a text and, where that is equal, by id.
 * @throws DomainError INVALID for anything that no page of ours carried
 */
export function decodeTextCursor(cursor: string): [text: string, id: string] {
  const [text = '', id] = decodeCursor(cursor, 2);
  return [text, requireId(id)];
}

/**
 * A cursor of lists that are sorted by an instant and, where that is equal, by ids.
 * @param ids how many
 * @throws DomainError INVALID for anything that no page of ours carried
 */
export function decodeInstantCursor(cursor: string, ids: 1 | 2): [at: Date, ...ids: string[]] {
  const [text = '', ...rest] = decodeCursor(cursor, 1 + ids);
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || at.toISOString() !== text) throw notOurs();
  return [at, ...rest.map((id) => requireId(id))];
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
