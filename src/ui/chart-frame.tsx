import type { ReactNode } from 'react';

/** One bar group or point: what it is called, and its value of each series; null: none is known. */
export type ChartRow = { name: string; values: Readonly<Record<string, number | null>> };

export type ChartSeries = { key: string; label: string };

export type ChartProps = {
  /** Stands above the chart and names its table. */
  label: string;
  rows: readonly ChartRow[];
  series: readonly ChartSeries[];
  /** How a value is written at the axis, in the hint and in the table. */
  format?: (value: number) => string;
  /** The head of the first column of the table; "Time" unless told. */
  rowTitle?: string;
};

export const plainNumber = (value: number): string => value.toLocaleString('en');

function ChartTable({ label, rows, series, format = plainNumber, rowTitle = 'Time' }: ChartProps) {
  return (
    <div className="max-w-full overflow-x-auto">
      <table className="mt-2 border-collapse text-[13px] tabular-nums">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr className="border-b border-line-strong text-left">
            <th scope="col" className="eyebrow h-8 px-2 pl-0">
              {rowTitle}
            </th>
            {series.map((one) => (
              <th key={one.key} scope="col" className="eyebrow h-8 px-2 text-right">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={`${place} ${row.name}`} className="border-b border-line">
              <th scope="row" className="py-1 pr-2 text-left font-normal whitespace-nowrap">
                {row.name}
              </th>
              {series.map(({ key }) => {
                const value = row.values[key] ?? null;
                return (
                  <td key={key} className="px-2 py-1 text-right whitespace-nowrap">
                    {value === null ? '–' : format(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/**
 * A drawing with its legend and the table behind it. Readers of the screen get the table: the drawing says nothing that
 * does not stand there.
 */
export function ChartFrame({
  legend,
  children,
  ...chart
}: ChartProps & { legend: readonly { key: string; label: string; mark: ReactNode }[]; children: ReactNode }) {
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <figcaption className="font-medium">{chart.label}</figcaption>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[13px] text-ink-soft">
        {legend.map(({ key, label, mark }) => (
          <li key={key} className="flex items-center gap-1.5">
            {mark}
            {label}
          </li>
        ))}
      </ul>
      <div aria-hidden className="h-56 w-full min-w-0">
        {children}
      </div>
      <details>
        <summary className="cursor-pointer text-[13px] text-ink-soft">Figures as a table</summary>
        <ChartTable {...chart} />
      </details>
    </figure>
  );
}
