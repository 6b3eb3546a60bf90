'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/api/client';
import { decidedPromises, type PromiseFigures } from '@/domain/reports/report-figures';
import { ReportCharts } from './report-charts';
import { ReportFiles, type ReportAsked } from './report-files';
import { ReportNotes, zoneNote } from './report-notes';
import { ReportState } from './report-state';
import { countColumn, ReportTable, type FigureColumn } from './report-table';
import { countAndShare, shareInWords } from './report-words';

function keptShare(figures: PromiseFigures): number | null {
  const decided = decidedPromises(figures);
  return decided === 0 ? null : figures.keptInTime / decided;
}

const columns: readonly FigureColumn<PromiseFigures>[] = [
  countColumn('Due', ({ due }) => due),
  {
    title: 'Kept in time',
    cell: (figures) => countAndShare(figures.keptInTime, keptShare(figures)),
  },
  countColumn('Kept late', ({ keptLate }) => keptLate),
  countColumn('Broken', ({ broken }) => broken),
  countColumn('Overdue', ({ overdue }) => overdue),
  countColumn('Open', ({ open }) => open),
  countColumn('Renegotiated', ({ renegotiated }) => renegotiated),
  countColumn('Cancelled', ({ cancelled }) => cancelled),
];

/** What became of what callers were promised. */
export function ReportPromises({ asked }: { asked: ReportAsked }) {
  const api = useTRPC();
  const found = useQuery(api.reports.promises.queryOptions(asked, { placeholderData: keepPreviousData }));
  return (
    <ReportState
      found={found}
      isEmpty={({ total }) => total.due === 0}
      emptyWords="No promise was due on these days."
    >
      {(report) => (
        <>
          <p className="text-base">
            <strong className="tabular-nums">{shareInWords(keptShare(report.total))}</strong> kept in time.
          </p>
          <ReportCharts
            report={report}
            by={asked.by}
            sizeOf={({ due }) => due}
            charts={[
              {
                label: 'Promises by what became of them',
                series: [
                  { key: 'keptInTime', label: 'Kept in time' },
                  { key: 'keptLate', label: 'Kept late' },
                  { key: 'broken', label: 'Broken' },
                  { key: 'overdue', label: 'Overdue' },
                  { key: 'open', label: 'Open' },
                ],
                values: ({ keptInTime, keptLate, broken, overdue, open }) => ({
                  keptInTime,
                  keptLate,
                  broken,
                  overdue,
                  open,
                }),
                isStacked: true,
              },
            ]}
          />
          <ReportTable caption="Promises" report={report} by={asked.by} columns={columns} />
          <ReportFiles kind="promises" asked={asked} />
          <ReportNotes
            notes={[
              ['Due', 'Promises whose deadline was on the day, callbacks of recalls and answers included.'],
              [
                'Kept in time',
                'Done by the deadline. The share is of those kept, kept late, broken and overdue.',
              ],
              [
                'Renegotiated',
                'Another promise stands in its place, as the caller agreed. Neither kept nor broken, as are cancelled ones.',
              ],
              zoneNote(report.timeZones),
            ]}
          />
        </>
      )}
    </ReportState>
  );
}
