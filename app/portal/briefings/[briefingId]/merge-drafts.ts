import type { BriefingContent } from '@/domain/briefings/model';

/*
 * Two authors began from the same draft and both changed it. What only one of them changed is taken as it is; a place
 * that both changed, each in another way, is a conflict and needs a choice. Items are told apart by their ids.
 */

export type Side = 'mine' | 'theirs';

/** Any part of a briefing's content; undefined where there is nothing. */
export type Part = string | boolean | null | undefined | readonly Part[] | { readonly [key: string]: Part };

/** One place that both changed. */
export type Conflict = {
  /** The same for the same place, whatever else changes. */
  key: string;
  /** Block, item id, field, language: as many of them as it takes. `order` stands for the order of a block's items. */
  path: readonly string[];
  mine: Part;
  theirs: Part;
};

export type MergedDrafts = { content: BriefingContent; conflicts: Conflict[] };

type Fields = { readonly [key: string]: Part };
type Item = Fields & { readonly id: string };

/** The ids of a block's items in their order, as one value to compare. */
const ORDER = 'order';

/** Text as the server keeps it, and the fields of an item in one order, so that equal contents compare equal. */
function canonical(part: Part): Part {
  if (typeof part === 'string') return part.trim();
  if (Array.isArray(part)) return part.map(canonical);
  if (!isFields(part)) return part;
  const named = Object.entries(part).filter(([, value]) => value !== undefined);
  named.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(named.map(([key, value]) => [key, canonical(value)]));
}

function isFields(part: Part): part is Fields {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

function isItem(part: Part): part is Item {
  return isFields(part) && typeof part['id'] === 'string';
}

function areItems(part: Part): part is readonly Item[] {
  return Array.isArray(part) && part.every(isItem);
}

function isSame(one: Part, other: Part): boolean {
  return one === other || JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

/** Whether two drafts say the same; what the server trims away counts for nothing. */
export function isSameDraft(one: BriefingContent, other: BriefingContent): boolean {
  return isSame(one, other);
}

/**
 * Both drafts in one. `base` is what both began from; null where that is no longer known: then everything that differs
 * is a conflict, and items that only one of them has are kept. A conflict without a choice is given as in mine.
 */
export function mergeDrafts(
  base: BriefingContent | null,
  mine: BriefingContent,
  theirs: BriefingContent,
  choices: ReadonlyMap<string, Side> = new Map(),
): MergedDrafts {
  const conflicts: Conflict[] = [];

  function choose(path: readonly string[], ours: Part, other: Part): Side {
    const key = path.join('/');
    conflicts.push({ key, path, mine: ours, theirs: other });
    return choices.get(key) ?? 'mine';
  }

  function merge(path: readonly string[], was: Part, ours: Part, other: Part): Part {
    if (isSame(ours, other) || isSame(was, other)) return ours;
    if (isSame(was, ours)) return other;
    if (areItems(ours) && areItems(other)) return mergeItems(path, areItems(was) ? was : [], ours, other);
    if (isFields(ours) && isFields(other)) {
      const before = isFields(was) ? was : {};
      const keys = [...new Set([...Object.keys(ours), ...Object.keys(other)])];
      const merged = keys.map((key): [string, Part] => [
        key,
        merge([...path, key], before[key], ours[key], other[key]),
      ]);
      return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
    }
    return choose(path, ours, other) === 'mine' ? ours : other;
  }

  function mergeItems(
    path: readonly string[],
    was: readonly Item[],
    ours: readonly Item[],
    other: readonly Item[],
  ): Item[] {
    const [before, own, others] = [was, ours, other].map(
      (items) => new Map(items.map((item) => [item.id, item])),
    ) as [Map<string, Item>, Map<string, Item>, Map<string, Item>];
    const kept = new Map<string, Item>();
    for (const id of new Set([...own.keys(), ...others.keys()])) {
      const old = before.get(id);
      const [one, two] = [own.get(id), others.get(id)];
      const item =
        one && two ? merge([...path, id], old, one, two) : mergeRemoved([...path, id], old, one, two);
      if (isItem(item)) kept.set(id, item);
    }
    return inOrder(path, was, ours, other, kept);
  }

  /** An item that only one of them has: added there, or removed by the other. */
  function mergeRemoved(path: readonly string[], old: Part, one: Part, two: Part): Part {
    if (old === undefined) return one ?? two;
    if (isSame(old, one ?? two)) return undefined;
    return choose(path, one, two) === 'mine' ? one : two;
  }

  function inOrder(
    path: readonly string[],
    was: readonly Item[],
    ours: readonly Item[],
    other: readonly Item[],
    kept: ReadonlyMap<string, Item>,
  ): Item[] {
    const idsOf = (items: readonly Item[]) => items.map(({ id }) => id).filter((id) => kept.has(id));
    const [before, one, two] = [idsOf(was), idsOf(ours), idsOf(other)];
    const shared = (ids: string[]) => ids.filter((id) => one.includes(id) && two.includes(id));
    const isMovedByThem = !isSame(shared(two), shared(one));
    const isMovedByMe = !isSame(shared(one), shared(before));
    const isMovedByBoth = isMovedByThem && isMovedByMe && !isSame(shared(two), shared(before));
    const isTheirs = isMovedByBoth
      ? choose([...path, ORDER], one, two) === 'theirs'
      : isMovedByThem && !isMovedByMe;
    const [first, second] = isTheirs ? [two, one] : [one, two];
    const result = [...first];
    second.forEach((id, place) => {
      if (result.includes(id)) return;
      const neighbour = second.slice(0, place).findLast((previous) => result.includes(previous));
      result.splice(neighbour === undefined ? 0 : result.indexOf(neighbour) + 1, 0, id);
    });
    return result.flatMap((id) => kept.get(id) ?? []);
  }

  const content = merge([], base, mine, theirs) as unknown as BriefingContent;
  return { content, conflicts };
}
