'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import type { SetAsideRow } from '@/domain/escalations/model';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/list-states';
import { Time } from '@/ui/time';

function Row({ row }: { row: SetAsideRow }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const restore = useMutation(
    api.engine.restore.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.engine.state.queryKey() }),
    }),
  );
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3">
      <div className="min-w-0 flex-1 basis-80">
        <p className="font-medium">
          {row.words}
          {row.clientName ? <span className="text-ink-soft"> for {row.clientName}</span> : null}
        </p>
        <p className="break-words text-critical">{row.because}</p>
        <p className="text-[13px] text-ink-soft">
          Set aside <Time at={row.at} />
          {row.escalationId ? (
            <>
              {'. '}
              <Link
                href={`/manage/escalations/${row.escalationId}`}
                className="font-medium text-accent underline underline-offset-2"
              >
                Open the escalation
              </Link>
            </>
          ) : null}
        </p>
        {restore.isError ? (
          <p role="alert" className="text-critical">
            {errorWords(restore.error).words}
          </p>
        ) : null}
      </div>
      <Button isBusy={restore.isPending} onClick={() => restore.mutate({ kind: row.kind, id: row.id })}>
        Try it again
      </Button>
    </li>
  );
}

/** What failed five times by a fault of our own: people are told by hand meanwhile. */
export function SetAsideList({ rows }: { rows: readonly SetAsideRow[] }) {
  return (
    <section aria-labelledby="set-aside" className="flex flex-col gap-2">
      <h2 id="set-aside" className="text-base font-semibold">
        Set aside
      </h2>
      {rows.length === 0 ? (
        <EmptyState title="Nothing was set aside.">
          What fails five times by a fault of Calmline itself comes to stand here, and holds up nothing else.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}
