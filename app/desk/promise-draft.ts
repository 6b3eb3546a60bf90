import { promiseKinds, promiseOwners } from '@/domain/promises/model';
import type { PromiseWords } from './outbox';

/** A promise as far as it is written. */
export type PromiseDraft = Omit<PromiseWords, 'dueAt' | 'callerTimeZone'> & { dueAt: string | null };

export const emptyPromise: PromiseDraft = { kind: 'callback', what: '', owner: 'operator', dueAt: null };

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));

function readLine(line: string): PromiseDraft {
  let found: unknown;
  try {
    found = JSON.parse(line);
  } catch {
    return emptyPromise;
  }
  const { kind, what, owner, dueAt } = (found ?? {}) as Record<string, unknown>;
  return {
    kind: promiseKinds.find((one) => one === kind) ?? emptyPromise.kind,
    what: typeof what === 'string' ? what : '',
    owner: promiseOwners.find((one) => one === owner) ?? emptyPromise.owner,
    dueAt: isInstant(dueAt) ? dueAt : null,
  };
}

const fields = Object.keys(emptyPromise) as (keyof PromiseDraft)[];

/**
 * What was kept of a half-written promise; text that is none of ours is an empty one. What was written before it had
 * been read stands on a line of its own, and goes before it field by field.
 */
export function readPromise(kept: string): PromiseDraft {
  return kept
    .split('\n')
    .map(readLine)
    .reduce((before, next) => {
      const written = fields.filter((field) => next[field] !== emptyPromise[field]);
      return { ...before, ...Object.fromEntries(written.map((field) => [field, next[field]])) };
    }, emptyPromise);
}

/** As text to keep; '' while nothing is written that would be missed. */
export function writtenPromise(draft: PromiseDraft): string {
  const isEmpty = fields.every((field) => draft[field] === emptyPromise[field]);
  return isEmpty ? '' : JSON.stringify(draft);
}

/** Whether there are neither words nor a deadline yet: a mere choice is no promise. */
export function isEmptyPromise({ what, dueAt }: PromiseDraft): boolean {
  return what.trim() === '' && dueAt === null;
}
