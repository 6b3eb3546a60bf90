'use client';

import type { IncidentFigures } from '@/domain/reports/incident-figures';
import type { AcknowledgeSpan } from '@/domain/reports/model';
import { timeSteps } from '@/domain/reports/time-steps';
import { HOUR, MINUTE } from '@/kernel/duration';
import { BarChart } from './bar-chart';
import { clockWords, zonePlace } from './time-words';

const MOST_COLUMNS = 48;

const fates = [
  { key: 'answered', label: 'Answered' },
  { key: 'abandoned', label: 'Gave up' },
  { key: 'other', label: 'In writing or ringing' },
];

const moods = [
  { key: 'calm', label: 'Calm' },
  { key: 'upset', label: 'Upset' },
  { key: 'angry', label: 'Angry' },
  { key: 'abusive', label: 'Abusive' },
  { key: 'unknown', label: 'Not noted' },
];

const spans: Record<AcknowledgeSpan, string> = {
  '5_min': 'Within 5 min',
  '15_min': 'Within 15 min',
  '1_h': 'Within an hour',
  longer: 'Later',
  none: 'Not acknowledged',
};

function lengthWords(length: number): string {
  if (length === 15 * MINUTE) return '15 minutes';
  return length === HOUR ? 'hour' : `${length / HOUR} hours`;
}

/** When the calls came, how callers felt before and after, and how soon escalations were acknowledged. */
export function IncidentCharts({
  figures,
  zone,
  asOf,
}: {
  figures: IncidentFigures;
  zone: string;
  asOf: Date;
}) {
  const { steps, length } = timeSteps(figures.quarters, MOST_COLUMNS);
  const { moodIn, moodOut, acknowledged } = figures;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <div className="min-w-0 lg:col-span-2">
        <BarChart
          label={`Calls by ${lengthWords(length)}, ${zonePlace(zone)} time`}
          rows={steps.map(({ at, answered, abandoned, other }) => ({
            name: clockWords(new Date(at), asOf, zone),
            values: { answered, abandoned, other },
          }))}
          series={fates}
          isStacked
        />
      </div>
      <BarChart
        label="Mood of the callers who were spoken with or wrote"
        rows={[
          { name: 'At the start', values: moodIn },
          { name: 'At the end', values: moodOut },
        ]}
        rowTitle="When"
        series={moods}
      />
      <BarChart
        label="Escalations by time to acknowledge"
        rows={Object.entries(spans).map(([span, name]) => ({
          name,
          values: { escalations: acknowledged[span as AcknowledgeSpan] },
        }))}
        rowTitle="Time"
        series={[{ key: 'escalations', label: 'Escalations' }]}
      />
    </div>
  );
}
