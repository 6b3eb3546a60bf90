'use client';

import type { ReviewRow } from '@/domain/reviews/model';
import { timings, type Timing } from '@/domain/reviews/timings';
import { verdictWords } from '@/domain/reviews/verdict-words';
import { useNow } from '@/ui/now';
import { RecordTable, type Column } from '@/ui/record-table';
import { onRowKey } from '@/ui/row-keys';
import { RowLink } from '@/ui/row-link';
import { EscalationStateChip } from '@/ui/state-chip';
import { Time } from '@/ui/time';
import { UrgencyChip } from '@/ui/urgency-chip';
import { TimingCell } from './timing-cell';

export type Chosen = {
  has: (id: string) => boolean;
  toggle: (id: string) => void;
};

const MINUTE_MS = 60_000;

/** A time of the row, as it stands this minute. */
function Timed({ row, name }: { row: ReviewRow; name: Timing['name'] }) {
  const now = useNow(MINUTE_MS);
  const timing = timings(row, now ?? row.startedAt).find((one) => one.name === name);
  return timing ? <TimingCell timing={timing} /> : null;
}

const timeColumns = (
  [
    ['Out', 'deliver'],
    ['Acknowledged', 'acknowledge'],
    ['Resolved', 'resolve'],
  ] as const
).map(([title, name]): Column<ReviewRow> => ({
  title,
  cell: (row) => <Timed row={row} name={name} />,
  isNamedOnPhone: true,
  className: 'whitespace-nowrap',
}));

const columns = (chosen: Chosen): Column<ReviewRow>[] => [
  {
    title: 'Choose',
    // Above the link that covers the row.
    cell: ({ id, summary }) => (
      <input
        type="checkbox"
        aria-label={`Choose: ${summary.slice(0, 80)}`}
        checked={chosen.has(id)}
        onChange={() => chosen.toggle(id)}
        className="relative z-10 size-6 accent-accent"
      />
    ),
    className: 'md:w-16',
  },
  { title: 'State', cell: ({ state }) => <EscalationStateChip state={state} />, className: 'md:w-32' },
  { title: 'Urgency', cell: ({ urgency }) => <UrgencyChip urgency={urgency} />, className: 'md:w-32' },
  {
    title: 'Client',
    cell: ({ clientName }) => clientName ?? <span className="text-ink-soft">No client</span>,
    className: 'md:max-w-48',
  },
  {
    title: 'Summary',
    cell: ({ id, summary }) => <RowLink href={`/manage/escalations/${id}`}>{summary}</RowLink>,
    isWide: true,
    className: 'md:min-w-64',
  },
  {
    title: 'Started',
    cell: ({ startedAt, startedByName, clientTimeZone }) => (
      <>
        <Time at={startedAt} zone={clientTimeZone} />
        <span className="text-ink-soft"> {startedByName}</span>
      </>
    ),
    className: 'md:max-w-56',
  },
  ...timeColumns,
  {
    title: 'Verdict',
    cell: ({ verdict }) =>
      verdict === null ? <span className="text-ink-soft">none</span> : verdictWords(verdict),
    isNamedOnPhone: true,
    className: 'whitespace-nowrap',
  },
];

/** What ended or is stuck; J and K go from row to row while one has the focus, Enter opens it. */
export function ReviewTable({ rows, chosen }: { rows: readonly ReviewRow[]; chosen: Chosen }) {
  return (
    <div onKeyDown={onRowKey} className="overflow-x-auto">
      <RecordTable
        caption="Escalations to review"
        columns={columns(chosen)}
        rows={rows}
        keyOf={({ id }) => id}
      />
    </div>
  );
}
