import type { Report, ReportRow } from '@/domain/reports/report-figures';
import { RecordTable, type Column } from './record-table';
import { rowName } from './report-row-name';

type Line<Figures> = ReportRow<Figures> & { isTotal: boolean };

export type FigureColumn<Figures> = { title: string; cell: (figures: Figures) => string };

const number = (value: number) => value.toLocaleString('en');

/** A column of whole numbers. */
export function countColumn<Figures>(title: string, of: (figures: Figures) => number): FigureColumn<Figures> {
  return { title, cell: (figures) => number(of(figures)) };
}

/** All together first, then each day or client. */
export function ReportTable<Figures>({
  caption,
  report,
  by,
  columns,
}: {
  caption: string;
  report: Report<Figures>;
  by: 'day' | 'client';
  columns: readonly FigureColumn<Figures>[];
}) {
  const total: Line<Figures> = {
    day: null,
    clientId: null,
    clientName: by === 'day' ? 'All days' : 'All clients',
    figures: report.total,
    isTotal: true,
  };
  const rows: Line<Figures>[] = [total, ...report.rows.map((row) => ({ ...row, isTotal: false }))];
  const shown: Column<Line<Figures>>[] = [
    {
      title: by === 'day' ? 'Day' : 'Client',
      cell: (row) => <span className={row.isTotal ? 'font-semibold' : 'font-medium'}>{rowName(row)}</span>,
      isWide: true,
      className: 'whitespace-nowrap',
    },
    ...columns.map(({ title, cell }) => ({
      title,
      cell: ({ figures, isTotal }: Line<Figures>) => (
        <span className={isTotal ? 'font-semibold' : undefined}>{cell(figures)}</span>
      ),
      isNamedOnPhone: true,
      className: 'tabular-nums md:text-right',
    })),
  ];
  return (
    <div className="flex flex-col gap-2 md:overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <RecordTable
        caption={caption}
        columns={shown}
        rows={rows}
        keyOf={(row) => (row.isTotal ? 'total' : `${row.day ?? ''} ${row.clientId ?? ''}`)}
      />
      {report.isCut ? (
        <p className="text-ink-soft">
          Only the {number(report.rows.length)} clients with the most are shown; the file has all of them.
        </p>
      ) : null}
    </div>
  );
}
