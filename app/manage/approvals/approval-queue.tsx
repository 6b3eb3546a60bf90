'use client';

import { useTRPC } from '@/api/client';
import type { BriefingSummary } from '@/domain/briefings/model';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { RecordTable, type Column } from '@/ui/record-table';
import { RowLink } from '@/ui/row-link';
import { SeverityChip } from '@/ui/severity-chip';
import { ReviewChips } from '@/ui/state-chip';
import { SurgeList } from '@/ui/surge-list';
import { Time } from '@/ui/time';
import { usePages } from '@/ui/use-pages';
import { ListPage } from '../list-page';
import { longestWaitingFirst, waitingSince } from './waiting-since';

function What({ briefing }: { briefing: BriefingSummary }) {
  const { review, submittedByName, unapprovedSince, currentVersion } = briefing;
  return (
    <>
      {review === 'submitted' ? <span className="block">Submitted by {submittedByName}</span> : null}
      {unapprovedSince ? (
        <span className="block font-medium text-high">
          Version {currentVersion} was published before everything was approved
        </span>
      ) : null}
    </>
  );
}

const columns: readonly Column<BriefingSummary>[] = [
  { title: 'Severity', cell: ({ severity }) => <SeverityChip severity={severity} />, className: 'md:w-28' },
  {
    title: 'State',
    className: 'md:w-40',
    cell: ({ review, unapprovedSince }) => (
      <span className="inline-flex flex-wrap gap-1">
        <ReviewChips review={review} unapprovedSince={unapprovedSince} />
      </span>
    ),
  },
  { title: 'Client', cell: ({ clientName }) => clientName, className: 'md:max-w-48' },
  {
    title: 'Headline',
    isWide: true,
    className: 'md:min-w-64',
    cell: ({ id, headline }) => (
      <RowLink href={`/manage/approvals/${id}`}>{headline || 'No headline yet'}</RowLink>
    ),
  },
  { title: 'What waits', cell: (briefing) => <What briefing={briefing} />, isWide: true },
  {
    title: 'Waiting since',
    isNamedOnPhone: true,
    className: 'md:w-44',
    cell: (briefing) => <Time at={waitingSince(briefing)} />,
  },
];

const input = { review: 'outstanding', limit: 100 } as const;

/** What waits for an approval, the longest first; above it callers who say the same without any briefing. */
export function ApprovalQueue() {
  const api = useTRPC();
  const list = usePages(api.briefings.list.infiniteQueryKey(input), (page) =>
    api.briefings.list.queryOptions({ ...input, ...page }),
  );
  return (
    <ListPage
      title="Approvals"
      about="Briefings that wait for somebody to read them, those that wait longest first. What was published in an emergency is being said already."
    >
      <SurgeList briefingsHref="/manage/briefings" isClientNamed canAct />
      <PagedList
        query={list}
        many="briefings"
        rowHeight={56}
        empty={
          <EmptyState title="Nothing waits for approval.">
            When a client’s author submits a briefing, or publishes one in an emergency, it appears here at
            once. Who must approve is set for each client.
          </EmptyState>
        }
      >
        {(briefings) => (
          <RecordTable
            caption="Briefings that wait for approval"
            columns={columns}
            rows={longestWaitingFirst(briefings)}
            keyOf={({ id }) => id}
          />
        )}
      </PagedList>
    </ListPage>
  );
}
