import type { Escalation, TimelineType } from '@/domain/escalations/model';

const gaps = new Set<TimelineType>(['nobody_on_call', 'step_empty']);

/**
 * What the present step lacks, in the timeline's own words: nobody is on call, or nobody can be told. null: nothing is
 * missing, or it is not waited for any more.
 */
export function stepGap({ state, timeline }: Pick<Escalation, 'state' | 'timeline'>): string | null {
  if (state !== 'open') return null;
  const begun = timeline.findLastIndex(({ type }) => type === 'step_begun');
  // An empty step begins without a line of its own, and the next one follows at once.
  const since = timeline.slice(begun === -1 ? 0 : begun).filter(({ type }) => gaps.has(type));
  const before = timeline.slice(0, Math.max(begun, 0));
  const passed: string[] = [];
  for (const { type, words } of before.reverse()) {
    if (!gaps.has(type)) break;
    passed.unshift(words);
  }
  const words = [...passed, ...since.map((entry) => entry.words)];
  return words.length === 0 ? null : words.join(' ');
}
