'use client';

import type { BriefingSummary } from '@/domain/briefings/model';
import { SeverityChip } from '@/ui/severity-chip';
import { BriefingStateChip, ReviewChips } from '@/ui/state-chip';
import { Time } from '@/ui/time';
import { UpdateDue } from '@/ui/update-due';
import { ReachCell } from './reach-cell';
import { RecordTable, type Column } from '@/ui/record-table';
import { RowLink } from '@/ui/row-link';

const columns: readonly Column<BriefingSummary>[] = [
  { title: 'Severity', cell: (row) => <SeverityChip severity={row.severity} />, className: 'md:w-28' },
  {
    title: 'State',
    className: 'md:w-36',
    cell: (row) => (
      <span className="inline-flex flex-wrap gap-1">
        <BriefingStateChip state={row.state} />
        <ReviewChips review={row.review} unapprovedSince={row.unapprovedSince} />
      </span>
    ),
  },
  { title: 'Client', cell: (row) => row.clientName, className: 'md:max-w-48' },
  {
    title: 'Headline',
    cell: (row) => (
      <>
        <RowLink href={`/manage/briefings/${row.id}`}>{row.headline || 'No headline yet'}</RowLink>
        {row.state === 'published' && row.hasUnpublishedChanges ? (
          <span className="block text-[13px] text-ink-soft">The draft has changes not published yet</span>
        ) : null}
      </>
    ),
    isWide: true,
    className: 'md:min-w-64',
  },
  { title: 'Version', cell: (row) => row.currentVersion || null, isNamedOnPhone: true },
  {
    title: 'Published',
    cell: (row) =>
      row.publishedAt ? <Time at={row.publishedAt} /> : <span className="text-ink-soft">never</span>,
  },
  {
    title: 'Operators have it',
    isNamedOnPhone: true,
    cell: (row) => (row.state === 'published' ? <ReachCell briefingId={row.id} /> : null),
  },
  { title: 'Until', cell: (row) => (row.endsAt ? <Time at={row.endsAt} /> : null), isNamedOnPhone: true },
  {
    title: 'Next update',
    isNamedOnPhone: true,
    cell: (row) =>
      row.state === 'published' && row.nextUpdateDueAt ? (
        <UpdateDue at={row.nextUpdateDueAt} zone={null} isShort />
      ) : null,
    isWide: true,
  },
];

export function BriefingTable({ briefings }: { briefings: readonly BriefingSummary[] }) {
  return <RecordTable caption="Briefings" columns={columns} rows={briefings} keyOf={(row) => row.id} />;
}
