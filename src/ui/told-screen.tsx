'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import type { BriefingVersion } from '@/domain/briefings/model';
import { Button } from './button';
import { Field, Select } from './field';
import { EmptyState, LoadError } from './list-states';
import { PageHeader } from './page-header';
import { PagedList } from './paged-list';
import { ToldTable } from './told-table';
import { useFilters } from './use-filters';
import { usePages } from './use-pages';

export type ToldScreenProps = {
  briefingId: string;
  /** Where this reader opens a briefing: "/portal/briefings". */
  briefingsHref: string;
  /** Where calls are shown to this reader; without it they are not linked. */
  callsHref?: string;
};

/** Every statement of every version once, in its newest words; those of the newest version first. */
function statementsOf(versions: readonly BriefingVersion[]): { id: string; text: string }[] {
  const found = new Map<string, string>();
  for (const { content } of versions) {
    for (const { id, text } of content.statements) {
      if (!found.has(id)) found.set(id, text);
    }
  }
  return [...found].map(([id, text]) => ({ id, text }));
}

/** The told record of a briefing: which statement of which version each caller heard, when and from whom. */
export function ToldScreen({ briefingId, briefingsHref, callsHref }: ToldScreenProps) {
  const api = useTRPC();
  const filters = useFilters('statement');
  const wanted = filters.get('statement');
  const briefing = useQuery(api.briefings.get.queryOptions({ briefingId }));
  const versions = useQuery(api.briefings.versions.queryOptions({ briefingId }));
  const clientId = briefing.data?.clientId;
  const client = useQuery(
    api.clients.get.queryOptions({ clientId: clientId ?? '' }, { enabled: clientId !== undefined }),
  );
  const statements = statementsOf(versions.data ?? []);
  const statementId = statements.find(({ id }) => id === wanted)?.id ?? null;
  const input = { briefingId, ...(statementId ? { statementId } : {}) };
  const list = usePages(api.told.list.infiniteQueryKey(input), (page) =>
    api.told.list.queryOptions({ ...input, ...page }),
  );
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-5 px-4 py-6">
      <Link
        href={`${briefingsHref}/${briefingId}`}
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        The briefing
      </Link>
      <PageHeader
        title="Who was told what"
        about={
          briefing.data
            ? `${briefing.data.headline || 'No headline yet'}. Every statement an operator said, word for word, newest first.`
            : 'Every statement an operator said, word for word, newest first.'
        }
      />
      {briefing.isError && !briefing.data ? (
        <LoadError
          words={`This briefing cannot be shown. ${errorWords(briefing.error).words}`}
          onRetry={() => void briefing.refetch()}
        />
      ) : null}
      {statements.length > 0 ? (
        <div role="search" aria-label="Filters" className="flex flex-wrap items-end gap-3">
          <Field label="Statement" className="w-96 max-w-full">
            <Select
              value={statementId ?? ''}
              onChange={(event) => filters.set('statement', event.target.value)}
            >
              <option value="">All statements</option>
              {statements.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      ) : null}
      <PagedList
        query={list}
        many="entries"
        rowHeight={56}
        empty={
          statementId ? (
            <EmptyState
              title="No caller was told this statement."
              action={<Button onClick={filters.clear}>Show all statements</Button>}
            />
          ) : (
            <EmptyState title="No caller was told anything of this briefing yet.">
              When an operator marks a statement as told, it is recorded here with the caller, the words and
              the version.
            </EmptyState>
          )
        }
      >
        {(records) => (
          <ToldTable records={records} zone={client.data?.timeZone ?? null} callsHref={callsHref} />
        )}
      </PagedList>
    </div>
  );
}
