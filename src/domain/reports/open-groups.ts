import type { OpenItem } from './still-open';

/** What is open alike, and in which calls. */
export type OpenGroup = Pick<OpenItem, 'words' | 'whose' | 'whoseName' | 'dueAt' | 'isOverdue'> & {
  calls: Pick<OpenItem, 'callNumber' | 'caller'>[];
};

/** So many callers are read in one go; of more, the next stand in a group of their own. */
const MOST_CALLS = 24;

/**
 * Puts together what is open in the same words, by the same minute and with the same people: the callbacks of a recall are
 * one line with many callers, not many lines. Each item stands in one group, in the order of the first of each.
 */
export function openGroups(items: readonly OpenItem[]): OpenGroup[] {
  const groups: OpenGroup[] = [];
  const filling = new Map<string, OpenGroup>();
  for (const { callNumber, caller, words, whose, whoseName, dueAt, isOverdue } of items) {
    const key = JSON.stringify([
      words,
      whose,
      whoseName,
      dueAt?.slice(0, '2026-01-01T00:00'.length),
      isOverdue,
    ]);
    const known = filling.get(key);
    if (known !== undefined && known.calls.length < MOST_CALLS) {
      known.calls.push({ callNumber, caller });
      continue;
    }
    const group = { words, whose, whoseName, dueAt, isOverdue, calls: [{ callNumber, caller }] };
    groups.push(group);
    filling.set(key, group);
  }
  return groups;
}
