'use client';

import {
  CartesianGrid,
  LineChart as Drawing,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartFrame, plainNumber, type ChartProps, type ChartRow } from './chart-frame';
import { axisLook, colourOf, hintLook, valueOf } from './chart-look';

const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 4', '10 4'] as const;

/** Within 8 by 8: a disc, a square, a triangle, a diamond, a bar, a cross. */
const shapes = [
  'M4 0a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
  'M0.5 0.5h7v7h-7z',
  'M4 0l4 8H0z',
  'M4 0l4 4-4 4-4-4z',
  'M0 2h8v4H0z',
  'M3 0h2v3h3v2H5v3H3V5H0V3h3z',
] as const;

function Mark({ place, x, y }: { place: number; x: number; y: number }) {
  return (
    <path
      d={shapes[place % shapes.length]}
      transform={`translate(${x - 4} ${y - 4})`}
      fill={colourOf(place)}
      stroke="none"
    />
  );
}

function Swatch({ place }: { place: number }) {
  return (
    <svg width="24" height="12" aria-hidden className="shrink-0">
      <path
        d="M0 6h24"
        stroke={colourOf(place)}
        strokeWidth="2"
        strokeDasharray={dashes[place % dashes.length]}
      />
      <Mark place={place} x={12} y={6} />
    </svg>
  );
}

export type LineChartProps = ChartProps & {
  /** A value to reach or not to pass, drawn across and named. */
  target?: { value: number; label: string };
  /** Where the axis ends at most, such as 1 for shares; by the values unless told. */
  highest?: number;
};

/** Lines over time, with gaps where nothing is known, a legend and the table behind them. */
export function LineChart({ target, highest, ...chart }: LineChartProps) {
  const { rows, series, format = plainNumber } = chart;
  return (
    <ChartFrame {...chart} legend={series.map((one, place) => ({ ...one, mark: <Swatch place={place} /> }))}>
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
            domain={[0, highest ?? 'auto']}
            allowDecimals={format !== plainNumber}
            tickFormatter={(value) => format(valueOf(value) ?? 0)}
          />
          <Tooltip {...hintLook} formatter={(value) => format(valueOf(value) ?? 0)} />
          {target === undefined ? null : (
            <ReferenceLine
              y={target.value}
              stroke="var(--ink-faint)"
              strokeDasharray="4 4"
              ifOverflow="extendDomain"
              label={{
                value: target.label,
                position: 'insideBottomRight',
                fill: 'var(--ink-soft)',
                fontSize: 12,
              }}
            />
          )}
          {series.map(({ key, label }, place) => (
            <Line
              key={key}
              name={label}
              dataKey={(row: ChartRow) => row.values[key] ?? null}
              stroke={colourOf(place)}
              strokeWidth={2}
              strokeDasharray={dashes[place % dashes.length] ?? ''}
              type="linear"
              isAnimationActive={false}
              activeDot={false}
              dot={({ cx, cy, index }) => {
                const [x, y] = [valueOf(cx), valueOf(cy)];
                return x === null || y === null ? null : <Mark key={index} place={place} x={x} y={y} />;
              }}
            />
          ))}
        </Drawing>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
