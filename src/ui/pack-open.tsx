'use client';

import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { errorWords, useTRPC } from '@/api/client';
import type { OpenItem } from '@/domain/reports/still-open';
import { Chip } from './chip';
import { LoadError, LoadingRows } from './list-states';
import { RecordTable, type Column } from './record-table';
import { Time } from './time';

type Named = { organizationName: string; clientName: string; zone: string };

function columnsFor({ organizationName, clientName, zone }: Named): Column<OpenItem>[] {
  return [
    {
      title: 'Whose',
      className: 'md:w-48',
      cell: ({ whose, whoseName }) => (
        <span className="flex flex-col">
          <span className="font-medium">
            {whoseName || (whose === 'client' ? clientName : organizationName)}
          </span>
          {whoseName ? (
            <span className="text-ink-soft">{whose === 'client' ? clientName : organizationName}</span>
          ) : null}
        </span>
      ),
    },
    {
      title: 'What',
      isWide: true,
      cell: ({ words, callNumber, caller }) => (
        <>
          <span className="block max-w-[66ch] break-words whitespace-pre-line">{words}</span>
          <span className="text-ink-soft">
            Call {callNumber}
            {caller ? `, ${caller}` : ''}
          </span>
        </>
      ),
    },
    {
      title: 'By when',
      className: 'md:w-56',
      cell: ({ dueAt, isOverdue }) =>
        dueAt === null ? (
          ''
        ) : (
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Time at={new Date(dueAt)} zone={zone} />
            {isOverdue ? <Chip tone="high" icon={TriangleAlert} words="Overdue" /> : null}
          </span>
        ),
    },
  ];
}

/** What was still open when a pack was made, and whose it is. */
export function PackOpen({ packId }: { packId: string }) {
  const api = useTRPC();
  const query = useQuery(api.incidents.packSummary.queryOptions({ packId }));
  const summary = query.data;
  if (!summary) {
    return query.isError ? (
      <LoadError
        words={`What is open cannot be shown. ${errorWords(query.error).words}`}
        onRetry={() => void query.refetch()}
      />
    ) : (
      <LoadingRows rows={3} height={56} label="What is open is being loaded." />
    );
  }
  const { open, organizationName, clientName, timeZone, asOf } = summary;
  return (
    <section aria-labelledby="still-open" className="flex flex-col gap-2">
      <h3 id="still-open" className="font-semibold">
        Still open, and whose it is, as of <Time at={new Date(asOf)} zone={timeZone} show="absolute" />
      </h3>
      {open.length === 0 ? (
        <p className="font-medium text-fine">Nothing: everything is settled.</p>
      ) : (
        <RecordTable
          caption="Still open"
          columns={columnsFor({ organizationName, clientName, zone: timeZone })}
          rows={open}
          keyOf={(item) => `${item.callNumber} ${item.kind} ${item.dueAt ?? ''} ${item.words}`}
        />
      )}
    </section>
  );
}
