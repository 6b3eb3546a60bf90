import type { z } from 'zod';
import type { briefingContentInput } from '../briefings/model';

type Content = z.output<typeof briefingContentInput>;

/** Object keys in one order, and no ids: those are ours, a source that repeats itself does not know them. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([key]) => key !== 'id');
  return Object.fromEntries(
    fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, v]) => [key, bare(v)]),
  );
}

/** Whether two contents say the same, whatever ids their items have. */
export function sameContent(a: Content, b: Content): boolean {
  return JSON.stringify(bare(a)) === JSON.stringify(bare(b));
}
