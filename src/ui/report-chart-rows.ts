import type { ReportRow } from '@/domain/reports/report-figures';
import type { ChartRow } from './chart-frame';
import { shortName } from './report-row-name';

const MOST_BARS = 20;

/** The rows as a chart draws them; of more than twenty clients, the twenty with the most. */
export function chartRows<Figures>(
  rows: readonly ReportRow<Figures>[],
  sizeOf: (figures: Figures) => number,
  values: (figures: Figures) => Record<string, number | null>,
): { rows: ChartRow[]; isCut: boolean } {
  const isCut = rows.length > MOST_BARS && rows.every(({ day }) => day === null);
  const shown = isCut
    ? rows.toSorted((a, b) => sizeOf(b.figures) - sizeOf(a.figures)).slice(0, MOST_BARS)
    : rows;
  return {
    rows: shown.map((row) => ({ name: shortName(row), values: values(row.figures) })),
    isCut,
  };
}
