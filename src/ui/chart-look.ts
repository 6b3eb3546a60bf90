import type { CSSProperties } from 'react';

/** Of the series in their order. Red is left to what is critical. */
const colours = [
  'var(--accent)',
  'var(--high)',
  'var(--low)',
  'var(--medium)',
  'var(--fine)',
  'var(--ink-soft)',
] as const;

export const colourOf = (place: number): string => colours[place % colours.length] ?? 'var(--ink)';

export const axisLook = {
  stroke: 'var(--line-strong)',
  tick: { fill: 'var(--ink-soft)', fontSize: 12 },
  tickLine: false,
};

const hint: CSSProperties = {
  backgroundColor: 'var(--raised)',
  borderColor: 'var(--line-strong)',
  borderRadius: 6,
  color: 'var(--ink)',
  fontSize: 13,
};

export const hintLook = {
  contentStyle: hint,
  itemStyle: { color: 'var(--ink)', padding: 0 },
  labelStyle: { color: 'var(--ink-soft)' },
  isAnimationActive: false,
  /** In the order of the legend. */
  itemSorter: () => 0,
};

/** A value that the library hands over, as a number; null where there is none. */
export function valueOf(value: unknown): number | null {
  const figure = typeof value === 'string' ? Number(value) : value;
  return typeof figure === 'number' && Number.isFinite(figure) ? figure : null;
}
