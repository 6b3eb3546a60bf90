/** Every way a domain operation may fail. Closed: the maps in src/api/errors.ts must name each of them. */
export type ErrorCode =
  | 'INVALID'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'STALE'
  | 'GONE'
  | 'IDEMPOTENCY_MISMATCH'
  | 'TOO_LARGE'
  | 'UNSUPPORTED_MEDIA'
  | 'TOO_MANY_REQUESTS'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** One thing that is wrong, in words for the person who made it; `field` is a dotted path or ''. */
export type Problem = { readonly field: string; readonly words: string };

export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    words: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(words);
  }
}

/** The one wording for "not there" and "not yours", so that the two cannot be told apart. */
function notFound(noun: string): DomainError {
  return new DomainError('NOT_FOUND', `There is no such ${noun}.`);
}

/** The first row, or the one wording for its absence. */
export function requireFound<Row>(row: Row | undefined, noun: string): Row {
  if (row === undefined) throw notFound(noun);
  return row;
}

/** For rows that a statement must have returned; anything else is our own fault. */
export function requireRow<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new DomainError('INTERNAL', 'A row that was just written is missing.');
  return row;
}

/** For reads: refuses unless a policy said yes. Writes ask through their transaction, which remembers. */
export function requireAllowed(isAllowed: boolean): void {
  if (!isAllowed) throw new DomainError('FORBIDDEN', 'You may not see this.');
}
