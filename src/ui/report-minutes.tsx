'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { sizeOf, type MinuteFigures } from '@/domain/reports/report-figures';
import { ReportCharts } from './report-charts';
import { ReportFiles, type ReportAsked } from './report-files';
import { ReportNotes, zoneNote } from './report-notes';
import { ReportState } from './report-state';
import { countColumn, ReportTable, type FigureColumn } from './report-table';
import { billingWords, minutesInWords } from './report-words';

const columns: readonly FigureColumn<MinuteFigures>[] = [
  countColumn('Calls', ({ calls }) => calls),
  countColumn('In writing', ({ complaints }) => complaints),
  { title: 'Operator time', cell: ({ operatorSeconds }) => minutesInWords(operatorSeconds) },
  { title: 'Billed', cell: ({ billedSeconds }) => minutesInWords(billedSeconds) },
  countColumn('Not wrapped up', ({ unfinished }) => unfinished),
];

/** What operators worked, exactly and as it is billed. */
export function ReportMinutes({ asked }: { asked: ReportAsked }) {
  const api = useTRPC();
  const found = useQuery(api.reports.minutes.queryOptions(asked, { placeholderData: keepPreviousData }));
  return (
    <ReportState
      found={found}
      isEmpty={({ total }) => sizeOf(total) === 0}
      emptyWords="No call was answered on these days."
    >
      {(report) => (
        <>
          <p className="text-base">
            <strong className="tabular-nums">{minutesInWords(report.total.billedSeconds)}</strong> to bill.{' '}
            {billingWords(report.rules)}
          </p>
          <ReportCharts
            report={report}
            by={asked.by}
            sizeOf={sizeOf}
            charts={[
              {
                label: 'Operator time',
                series: [
                  { key: 'worked', label: 'Worked' },
                  { key: 'billed', label: 'Billed' },
                ],
                values: ({ operatorSeconds, billedSeconds }) => ({
                  worked: operatorSeconds,
                  billed: billedSeconds,
                }),
                format: minutesInWords,
              },
            ]}
          />
          <ReportTable caption="Operator time" report={report} by={asked.by} columns={columns} />
          <ReportFiles kind="minutes" asked={asked} />
          <ReportNotes
            notes={[
              [
                'Operator time',
                'From answering to the end of the wrap-up, of calls and of complaints in writing.',
              ],
              ['Billed', billingWords(report.rules)],
              [
                'Not wrapped up',
                'Answered, and the wrap-up is not over: they are in no other column until it is.',
              ],
              zoneNote(report.timeZones),
            ]}
          />
        </>
      )}
    </ReportState>
  );
}
