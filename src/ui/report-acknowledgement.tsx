'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import type { AcknowledgementFigures } from '@/domain/reports/report-figures';
import { ReportCharts } from './report-charts';
import { ReportFiles, type ReportAsked } from './report-files';
import { ReportNotes, zoneNote } from './report-notes';
import { ReportState } from './report-state';
import { countColumn, ReportTable, type FigureColumn } from './report-table';
import { lengthInWords } from './report-words';

const columns: readonly FigureColumn<AcknowledgementFigures>[] = [
  countColumn('Escalations', ({ escalations }) => escalations),
  countColumn('Acknowledged', ({ acknowledged }) => acknowledged),
  { title: 'Half within', cell: ({ p50Seconds }) => lengthInWords(p50Seconds) },
  { title: '95 in 100 within', cell: ({ p95Seconds }) => lengthInWords(p95Seconds) },
];

/** How soon somebody answered for it. */
export function ReportAcknowledgement({ asked }: { asked: ReportAsked }) {
  const api = useTRPC();
  const found = useQuery(
    api.reports.acknowledgement.queryOptions(asked, { placeholderData: keepPreviousData }),
  );
  return (
    <ReportState
      found={found}
      isEmpty={({ total }) => total.escalations === 0}
      emptyWords="No escalation began on these days."
    >
      {(report) => (
        <>
          <p className="text-base">
            Half were acknowledged within{' '}
            <strong className="tabular-nums">{lengthInWords(report.total.p50Seconds)}</strong>, 95 in 100
            within <strong className="tabular-nums">{lengthInWords(report.total.p95Seconds)}</strong>.
          </p>
          <ReportCharts
            report={report}
            by={asked.by}
            sizeOf={({ escalations }) => escalations}
            charts={[
              {
                label: 'Time to acknowledge',
                series: [
                  { key: 'p50', label: 'Half within' },
                  { key: 'p95', label: '95 in 100 within' },
                ],
                values: ({ p50Seconds, p95Seconds }) => ({ p50: p50Seconds, p95: p95Seconds }),
                format: lengthInWords,
              },
            ]}
          />
          <ReportTable caption="Time to acknowledge" report={report} by={asked.by} columns={columns} />
          <ReportFiles kind="acknowledgement" asked={asked} />
          <ReportNotes
            notes={[
              ['Escalations', 'Those that began on the day, of every urgency.'],
              [
                'Half within, 95 in 100 within',
                'From the beginning until somebody acknowledged, in whole seconds rounded up, of those that were acknowledged. A reopened escalation counts until its last acknowledgement.',
              ],
              zoneNote(report.timeZones),
            ]}
          />
        </>
      )}
    </ReportState>
  );
}
