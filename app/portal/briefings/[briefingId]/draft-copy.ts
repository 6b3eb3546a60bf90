import type { BriefingContent } from '@/domain/briefings/model';

/**
 * What an author typed, kept on this device until the server has it. `revision` is the draft it was based on, and
 * `base` that draft's words; null where they are not known.
 */
export type DraftCopy = {
  revision: number;
  at: string;
  content: BriefingContent;
  base: BriefingContent | null;
};

/** `typed`: not yet saved. `aside`: put away when the author took a colleague's version instead. */
export type CopySlot = 'typed' | 'aside';

const keyOf = (briefingId: string, slot: CopySlot) => `calmline.briefing.${briefingId}.${slot}`;

/** Whether text from the device still has the shape of a briefing; a product update may have changed it. */
function isLike(content: unknown, pattern: BriefingContent): content is BriefingContent {
  if (typeof content !== 'object' || content === null) return false;
  const given = new Map(Object.entries(content));
  return Object.entries(pattern).every(
    ([key, value]) => given.has(key) && Array.isArray(given.get(key)) === Array.isArray(value),
  );
}

/** The copy on this device, or null where there is none that can be read. */
export function readDraftCopy(
  briefingId: string,
  slot: CopySlot,
  pattern: BriefingContent,
): DraftCopy | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(briefingId, slot)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { revision, at, content, base } = kept as Record<string, unknown>;
    if (typeof revision !== 'number' || typeof at !== 'string' || !isLike(content, pattern)) return null;
    return { revision, at, content, base: isLike(base, pattern) ? base : null };
  } catch (error) {
    console.warn('The copy of this briefing on this device cannot be read.', error);
    return null;
  }
}

/** Answers whether the device took it: a full or blocked store must not stop anyone from typing. */
export function keepDraftCopy(briefingId: string, slot: CopySlot, copy: DraftCopy): boolean {
  try {
    localStorage.setItem(keyOf(briefingId, slot), JSON.stringify(copy));
    return true;
  } catch (error) {
    console.warn('This device keeps no copy of what is typed.', error);
    return false;
  }
}

export function forgetDraftCopy(briefingId: string, slot: CopySlot): void {
  try {
    localStorage.removeItem(keyOf(briefingId, slot));
  } catch (error) {
    console.warn('The copy of this briefing on this device cannot be removed.', error);
  }
}
