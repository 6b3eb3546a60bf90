import type { Report } from '@/domain/reports/report-figures';
import { BarChart } from './bar-chart';
import type { ChartSeries } from './chart-frame';
import { LineChart, type LineChartProps } from './line-chart';
import { chartRows } from './report-chart-rows';

export type ReportChart<Figures> = {
  label: string;
  series: readonly ChartSeries[];
  values: (figures: Figures) => Record<string, number | null>;
  format?: (value: number) => string;
  /** Parts of a whole, on top of one another. */
  isStacked?: boolean;
  target?: LineChartProps['target'];
  highest?: number;
};

/** Over days, shares and lengths are lines, counts are bars; clients stand beside each other as bars. */
export function ReportCharts<Figures>({
  report,
  by,
  sizeOf,
  charts,
}: {
  report: Report<Figures>;
  by: 'day' | 'client';
  sizeOf: (figures: Figures) => number;
  charts: readonly ReportChart<Figures>[];
}) {
  return (
    <div className="grid min-w-0 gap-6 xl:grid-cols-2">
      {charts.map(({ label, series, values, format, isStacked = false, target, highest }) => {
        const { rows, isCut } = chartRows(report.rows, sizeOf, values);
        const drawn = {
          label: isCut ? `${label}: the ${rows.length} clients with the most` : label,
          rows,
          series,
          rowTitle: by === 'day' ? 'Day' : 'Client',
          ...(format && { format }),
        };
        return by === 'day' && !isStacked ? (
          <LineChart
            key={label}
            {...drawn}
            {...(target && { target })}
            {...(highest !== undefined && { highest })}
          />
        ) : (
          <BarChart key={label} {...drawn} isStacked={isStacked} />
        );
      })}
    </div>
  );
}
