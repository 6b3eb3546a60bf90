/** Percentile by nearest rank; milliseconds in, milliseconds out. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export type Figure = {
  what: string;
  unit: string;
  product: number;
  floor: number | null;
  /** What must hold, for example `≤ 100`; null for figures that are only told. */
  limit: string | null;
  isHeld: boolean | null;
  samples: number;
};

export function atMost(
  what: string,
  unit: string,
  product: number,
  limit: number,
  samples: number,
  floor: number | null = null,
): Figure {
  return {
    what,
    unit,
    product,
    floor,
    limit: `≤ ${Number(limit.toFixed(1))}`,
    isHeld: product <= limit,
    samples,
  };
}

export function atLeast(
  what: string,
  unit: string,
  product: number,
  limit: number,
  samples: number,
  floor: number | null = null,
): Figure {
  return {
    what,
    unit,
    product,
    floor,
    limit: `≥ ${Number(limit.toFixed(1))}`,
    isHeld: product >= limit,
    samples,
  };
}

export function told(
  what: string,
  unit: string,
  product: number,
  samples: number,
  floor: number | null = null,
): Figure {
  return { what, unit, product, floor, limit: null, isHeld: null, samples };
}

export function table(figures: readonly Figure[]): string {
  const number = (value: number | null) =>
    value === null ? '' : value.toFixed(value >= 100 ? 0 : value >= 10 || Number.isInteger(value) ? 1 : 2);
  const rows = figures.map((figure) => [
    figure.what,
    `${number(figure.product)} ${figure.unit}`,
    figure.floor === null ? '' : `${number(figure.floor)} ${figure.unit}`,
    figure.floor === null ? '' : `${(figure.product / figure.floor).toFixed(2)}×`,
    figure.limit ?? '',
    figure.isHeld === null ? '' : figure.isHeld ? 'held' : 'MISSED',
    String(figure.samples),
  ]);
  const head = ['measured', 'product', 'floor', 'ratio', 'limit', '', 'samples'];
  const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n]?.length ?? 0)));
  const line = (cells: string[]) => cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('  ');
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
