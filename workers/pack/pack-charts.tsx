import { Line, Rect, Svg, Text, View } from '@react-pdf/renderer';
import type { IncidentFigures } from '@/domain/reports/incident-figures';
import type { AcknowledgeSpan, MoodCounts } from '@/domain/reports/model';
import { timeSteps } from '@/domain/reports/time-steps';
import { HOUR } from '@/kernel/duration';
import { CONTENT_WIDTH, FONT, INK, MUTED, RULE, shades, styles } from './pack-look';

const HEIGHT = 120;
const AXIS = 26;
const MOST_COLUMNS = 48;

const series = [
  { key: 'answered', words: 'answered', fill: shades.dark },
  { key: 'abandoned', words: 'gave up', fill: shades.light },
  { key: 'other', words: 'in writing, or still ringing', fill: shades.middle },
] as const;

function Legend({ parts }: { parts: readonly { words: string; fill: string }[] }) {
  return (
    <View style={{ flexDirection: 'row', flexWrap: 'wrap' }}>
      {parts.map(({ words, fill }) => (
        <View key={words} style={{ flexDirection: 'row', alignItems: 'center', marginRight: 12 }}>
          <View
            style={{
              width: 9,
              height: 9,
              marginRight: 4,
              borderWidth: 0.75,
              borderColor: INK,
              backgroundColor: fill,
            }}
          />
          <Text style={styles.figureWords}>{words}</Text>
        </View>
      ))}
    </View>
  );
}

function Label({
  x,
  y,
  words,
  anchor = 'middle',
}: {
  x: number;
  y: number;
  words: string;
  anchor?: 'middle' | 'start' | 'end';
}) {
  return (
    <Text x={x} y={y} textAnchor={anchor} fill={MUTED} style={{ fontSize: 7, fontFamily: FONT }}>
      {words}
    </Text>
  );
}

const lengthWords = (length: number) =>
  length < HOUR
    ? '15 minutes'
    : length === HOUR
      ? 'an hour'
      : length < 24 * HOUR
        ? '6 hours'
        : 'a day or more';

/** When the calls came: a column a quarter of an hour, with its number on top. */
export function CallChart({
  quarters,
  clock,
}: Pick<IncidentFigures, 'quarters'> & { clock: (at: Date) => string }) {
  const { length, steps } = timeSteps(quarters, MOST_COLUMNS);
  const most = Math.max(1, ...steps.map(({ answered, abandoned, other }) => answered + abandoned + other));
  const width = Math.min(CONTENT_WIDTH / steps.length, 40);
  const tall = (count: number) => (count / most) * (HEIGHT - AXIS - 12);
  const everyLabel = Math.max(1, Math.ceil(44 / width));
  return (
    <View wrap={false}>
      <Text style={styles.subtitle}>Calls by {lengthWords(length)}</Text>
      <Legend parts={series} />
      <Svg width={CONTENT_WIDTH} height={HEIGHT} style={{ marginTop: 4 }}>
        {steps.map((step, place) => {
          const x = place * width;
          const total = step.answered + step.abandoned + step.other;
          let top = HEIGHT - AXIS;
          const bars = series.map(({ key, fill }) => {
            const high = tall(step[key]);
            top -= high;
            return high === 0 ? null : (
              <Rect
                key={key}
                x={x + 1}
                y={top}
                width={Math.max(1.5, width - 2)}
                height={high}
                fill={fill}
                stroke={INK}
                strokeWidth={0.5}
              />
            );
          });
          return [
            ...bars,
            total === 0 ? null : (
              <Label key={`n${place}`} x={x + width / 2} y={top - 3} words={String(total)} />
            ),
            place % everyLabel === 0 ? (
              <Label
                key={`t${place}`}
                x={x + 1}
                y={HEIGHT - AXIS + 10}
                words={clock(new Date(step.at))}
                anchor="start"
              />
            ) : null,
          ];
        })}
        <Line
          x1={0}
          y1={HEIGHT - AXIS}
          x2={CONTENT_WIDTH}
          y2={HEIGHT - AXIS}
          stroke={INK}
          strokeWidth={0.75}
        />
      </Svg>
    </View>
  );
}

const moods = [
  { key: 'calm', words: 'calm', fill: shades.light },
  { key: 'upset', words: 'upset', fill: '#C7D2E8' },
  { key: 'angry', words: 'angry', fill: '#7F93C4' },
  { key: 'abusive', words: 'abusive', fill: shades.dark },
  { key: 'unknown', words: 'not noted', fill: '#E5E7EB' },
] as const;

const countWords = (counts: MoodCounts) =>
  moods
    .filter(({ key }) => counts[key] > 0)
    .map(({ key, words }) => `${counts[key]} ${words}`)
    .join(', ') || 'nobody';

function MoodBar({ name, counts }: { name: string; counts: MoodCounts }) {
  const total = moods.reduce((sum, { key }) => sum + counts[key], 0);
  const scale = total === 0 ? 0 : CONTENT_WIDTH / total;
  let left = 0;
  return (
    <View style={{ marginTop: 5 }}>
      <Text>
        <Text style={styles.bold}>{name}: </Text>
        {countWords(counts)}
      </Text>
      <Svg width={CONTENT_WIDTH} height={14}>
        {moods.map(({ key, fill }) => {
          const wide = counts[key] * scale;
          const x = left;
          left += wide;
          return wide === 0 ? null : (
            <Rect key={key} x={x} y={1} width={wide} height={12} fill={fill} stroke={INK} strokeWidth={0.5} />
          );
        })}
      </Svg>
    </View>
  );
}

/** How callers began, and how they ended. */
export function MoodChart({ moodIn, moodOut }: Pick<IncidentFigures, 'moodIn' | 'moodOut'>) {
  return (
    <View wrap={false}>
      <Text style={styles.subtitle}>Mood of the callers who were spoken with or wrote</Text>
      <Legend parts={moods} />
      <MoodBar name="At the start" counts={moodIn} />
      <MoodBar name="At the end" counts={moodOut} />
    </View>
  );
}

const spans: Record<AcknowledgeSpan, string> = {
  '5_min': 'within 5 min',
  '15_min': 'within 15 min',
  '1_h': 'within an hour',
  longer: 'later',
  none: 'not acknowledged',
};

/** How long escalations went without an acknowledgement. */
export function AcknowledgeChart({ acknowledged }: Pick<IncidentFigures, 'acknowledged'>) {
  const rows = Object.entries(spans).map(([key, words]) => ({
    words,
    count: acknowledged[key as AcknowledgeSpan],
  }));
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <View wrap={false}>
      <Text style={styles.subtitle}>Escalations by time to acknowledge</Text>
      {rows.map(({ words, count }) => (
        <View key={words} style={{ flexDirection: 'row', alignItems: 'center', marginTop: 2 }}>
          <Text style={{ width: 100 }}>{words}</Text>
          <Text style={[styles.bold, { width: 30 }]}>{count}</Text>
          <View
            style={{
              width: (count / most) * (CONTENT_WIDTH - 140),
              height: 9,
              backgroundColor: count === 0 ? RULE : shades.dark,
            }}
          />
        </View>
      ))}
    </View>
  );
}
