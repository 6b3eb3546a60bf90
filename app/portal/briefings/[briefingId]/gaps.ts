import type { TemplateGap } from '@/domain/briefings/template-gaps';

/** Where to go next: on from the blank that was shown last, round to the first; null when none is left. */
export function nextGap(gaps: readonly TemplateGap[], last: TemplateGap | null): TemplateGap | null {
  const at = gaps.findIndex(({ field, gap }) => field === last?.field && gap === last.gap);
  return gaps[(at + 1) % Math.max(1, gaps.length)] ?? null;
}
