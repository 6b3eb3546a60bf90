'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, PackageCheck } from 'lucide-react';
import { errorWords, useTRPC } from '@/api/client';
import { Button, buttonClasses } from './button';
import { EmptyState } from './list-states';
import { PackOpen } from './pack-open';
import { PackRow } from './pack-row';
import { PagedList } from './paged-list';
import { usePages } from './use-pages';

/** The hand-back of an incident: asked for here, followed while it is made, and had as PDF and CSV. */
export function PackPanel({
  briefingId,
  zone,
  isOver,
}: {
  briefingId: string;
  zone: string;
  isOver: boolean;
}) {
  const api = useTRPC();
  const queries = useQueryClient();
  const list = usePages(api.incidents.packs.infiniteQueryKey({ briefingId }), (page) =>
    api.incidents.packs.queryOptions({ briefingId, ...page }),
  );
  const request = useMutation(
    api.incidents.requestPack.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.incidents.packs.pathKey() }),
    }),
  );
  const packs = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const newest = packs.find(({ state }) => state === 'ready');
  return (
    <section aria-labelledby="packs" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="packs" className="min-w-0 flex-1 text-base font-semibold">
          Close-out pack
        </h2>
        <a href={`/api/v1/briefings/${briefingId}/report.csv`} download className={buttonClasses('quiet')}>
          <Download aria-hidden className="size-4" />
          All calls as CSV
        </a>
        <Button
          variant={isOver && !newest ? 'primary' : 'secondary'}
          icon={<PackageCheck aria-hidden className="size-4" />}
          isBusy={request.isPending}
          onClick={() => request.mutate({ briefingId })}
        >
          Make the pack
        </Button>
      </div>
      {request.isError ? (
        <p role="alert" className="text-critical">
          {errorWords(request.error).words}
        </p>
      ) : null}
      <PagedList
        query={list}
        many="packs"
        rowHeight={56}
        empty={
          <EmptyState title="No pack has been made yet.">
            It hands the incident back: every caller with what they said, were told and were promised, what is
            still open and whose it is, to print or as a spreadsheet.
          </EmptyState>
        }
      >
        {(rows) => (
          <ul aria-label="Packs" className="flex flex-col border-t border-line">
            {rows.map((pack) => (
              <PackRow key={pack.id} pack={pack} zone={zone} />
            ))}
          </ul>
        )}
      </PagedList>
      {newest ? <PackOpen packId={newest.id} /> : null}
    </section>
  );
}
