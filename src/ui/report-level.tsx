'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { averageWrapUp, type LevelFigures } from '@/domain/reports/report-figures';
import { abandonRate, averageAnswer, isLevelMet, serviceLevel } from '@/domain/reports/service-level';
import { ReportCharts } from './report-charts';
import { ReportFiles, type ReportAsked } from './report-files';
import { ReportNotes, zoneNote } from './report-notes';
import { ReportState } from './report-state';
import { countColumn, ReportTable, type FigureColumn } from './report-table';
import { countAndShare, lengthInWords, shareInWords } from './report-words';
import { serviceLevelWords } from './service-level-words';

const columns: readonly FigureColumn<LevelFigures>[] = [
  countColumn('Received', ({ received }) => received),
  countColumn('Answered', ({ answered }) => answered),
  {
    title: 'Service level',
    cell: (figures) =>
      figures.counted === 0
        ? '–'
        : `${shareInWords(serviceLevel(figures))} (${figures.inTime} of ${figures.counted})`,
  },
  { title: 'ASA', cell: (figures) => lengthInWords(averageAnswer(figures)) },
  {
    title: 'Abandoned',
    cell: (figures) => countAndShare(figures.abandoned, abandonRate(figures)),
  },
  { title: 'ACW', cell: (figures) => lengthInWords(averageWrapUp(figures)) },
];

/** How telephone calls were answered, by the service's own rule. */
export function ReportLevel({ asked }: { asked: ReportAsked }) {
  const api = useTRPC();
  const found = useQuery(api.reports.level.queryOptions(asked, { placeholderData: keepPreviousData }));
  return (
    <ReportState
      found={found}
      isEmpty={({ total }) => total.received === 0}
      emptyWords="No telephone call rang on these days."
    >
      {(report) => {
        const { rules, total, timeZones } = report;
        const isMet = isLevelMet(total, rules);
        return (
          <>
            <p className="text-base">
              Service level <strong className="tabular-nums">{shareInWords(serviceLevel(total))}</strong>:{' '}
              {isMet === null ? 'nothing counts yet' : isMet ? 'the goal is met' : 'the goal is missed'}.
            </p>
            <ReportCharts
              report={report}
              by={asked.by}
              sizeOf={({ received }) => received}
              charts={[
                {
                  label: 'Service level',
                  series: [{ key: 'level', label: 'Answered in time' }],
                  values: (figures) => ({ level: serviceLevel(figures) }),
                  format: shareInWords,
                  target: {
                    value: rules.serviceLevelPercent / 100,
                    label: `Goal ${rules.serviceLevelPercent} %`,
                  },
                  highest: 1,
                },
                {
                  label: 'Calls',
                  series: [
                    { key: 'answered', label: 'Answered' },
                    { key: 'abandoned', label: 'Abandoned' },
                  ],
                  values: ({ answered, abandoned }) => ({ answered, abandoned }),
                  isStacked: true,
                },
              ]}
            />
            <ReportTable caption="How calls were answered" report={report} by={asked.by} columns={columns} />
            <ReportFiles kind="level" asked={asked} />
            <ReportNotes
              notes={[
                ['Service level', serviceLevelWords(rules)],
                ['Received', 'Telephone calls that rang on the day. Complaints in writing are not in it.'],
                ['ASA', 'Average speed of answer: from the first ring, of answered calls.'],
                [
                  'Abandoned',
                  'Callers who hung up before anybody answered, and their share of the received.',
                ],
                ['ACW', 'After-call work: from hanging up to the end of the wrap-up, on average.'],
                zoneNote(timeZones),
              ]}
            />
          </>
        );
      }}
    </ReportState>
  );
}
