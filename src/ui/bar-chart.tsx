'use client';

import { useId } from 'react';
import {
  Bar,
  CartesianGrid,
  BarChart as Drawing,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartFrame, plainNumber, type ChartProps, type ChartRow } from './chart-frame';
import { axisLook, colourOf, hintLook, valueOf } from './chart-look';

/** Over a ground of the series' colour, so that series are told apart without it. */
const strokes = [
  'M0 0h6v6H0z',
  'M-1 1l2-2M0 6l6-6M5 7l2-2',
  'M0 3h6',
  'M3 0v6',
  'M0 0l6 6M6 0L0 6',
  'M2 3h2',
] as const;

/** The pattern of a series, and how it looks: the bars of the chart are filled with it. */
function Swatch({ id, place }: { id: string; place: number }) {
  const colour = colourOf(place);
  const isSolid = place % strokes.length === 0;
  return (
    <svg width="16" height="12" aria-hidden className="shrink-0">
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill={colour} fillOpacity={isSolid ? 1 : 0.2} />
          <path
            d={strokes[place % strokes.length]}
            stroke={colour}
            strokeWidth="1.5"
            fill={isSolid ? colour : 'none'}
          />
        </pattern>
      </defs>
      <rect x="0.5" y="0.5" width="15" height="11" fill={`url(#${id})`} stroke={colour} />
    </svg>
  );
}

export type BarChartProps = ChartProps & {
  /** One bar a row, its series on top of one another. */
  isStacked?: boolean;
};

/** Bars side by side or stacked, with a legend and the table behind them. */
export function BarChart({ isStacked = false, ...chart }: BarChartProps) {
  const id = useId();
  const { rows, series, format = plainNumber } = chart;
  const patternOf = (place: number) => `${id}bar${place}`;
  return (
    <ChartFrame
      {...chart}
      legend={series.map((one, place) => ({
        ...one,
        mark: <Swatch id={patternOf(place)} place={place} />,
      }))}
    >
      <ResponsiveContainer width="100%" height="100%">
        <Drawing
          data={[...rows]}
          accessibilityLayer={false}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis {...axisLook} dataKey="name" minTickGap={16} interval="preserveStartEnd" />
          <YAxis
            {...axisLook}
            width="auto"
            // There is no half of a call.
            allowDecimals={format !== plainNumber}
            tickFormatter={(value) => format(valueOf(value) ?? 0)}
          />
          <Tooltip
            {...hintLook}
            cursor={{ fill: 'var(--sunken)' }}
            formatter={(value) => format(valueOf(value) ?? 0)}
          />
          {series.map(({ key, label }, place) => (
            <Bar
              key={key}
              name={label}
              dataKey={(row: ChartRow) => row.values[key] ?? null}
              fill={`url(#${patternOf(place)})`}
              stroke={colourOf(place)}
              isAnimationActive={false}
              maxBarSize={40}
              {...(isStacked && { stackId: 'all' })}
            />
          ))}
        </Drawing>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
