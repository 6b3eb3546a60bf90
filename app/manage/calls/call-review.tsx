'use client';

import { useTRPC, type RouterInputs } from '@/api/client';
import { Button } from '@/ui/button';
import { Field, TextInput } from '@/ui/field';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { usePages } from '@/ui/use-pages';
import { ClientPicker } from '../client-picker';
import { ExportLink } from '../export-link';
import { ListPage } from '../list-page';
import { SavedViews } from '../saved-views';
import { SearchBox } from '../search-box';
import { useFilters } from '@/ui/use-filters';
import { CallSearch } from './call-search';
import { CallTable } from './call-table';
import { dayEnd, dayStart } from './day-bounds';

type Filters = ReturnType<typeof useFilters<'q' | 'client' | 'from' | 'to'>>;

function asked(filters: Filters): Omit<NonNullable<RouterInputs['calls']['list']>, 'q'> {
  const [clientId, from, to] = [filters.get('client'), filters.get('from'), filters.get('to')];
  const begin = from ? dayStart(from) : null;
  const end = to ? dayEnd(to) : null;
  return {
    ...(clientId ? { clientId } : {}),
    ...(begin ? { from: begin } : {}),
    ...(end ? { to: end } : {}),
  };
}

/** The file has every call of the filters; words are sought in its names and numbers. */
const exportQuery = (input: ReturnType<typeof asked>, q: string) =>
  new URLSearchParams(
    Object.entries({ ...input, ...(q !== '' && { q }) }).map(([name, value]) => [name, String(value)]),
  ).toString();

/** Of one letter, nearly every call has a word that begins with it. */
const FEWEST_LETTERS = 2;

/** Every call of the service, newest first, changing as things happen; while words are sought, those that have them. */
export function CallReview() {
  const filters = useFilters('q', 'client', 'from', 'to');
  const input = asked(filters);
  const q = filters.get('q')?.trim().slice(0, 120) ?? '';
  return (
    <ListPage
      title="Calls"
      about="Who rang, who answered, how it ended. The log of a call says what was written down and what was told."
      onClear={filters.isAny ? filters.clear : undefined}
      actions={<ExportLink href={`/api/export/calls.csv?${exportQuery(input, q)}`} />}
      filters={
        <>
          <SearchBox
            label="Name, number or words of the log"
            value={filters.get('q') ?? ''}
            onSearch={(text) => filters.set('q', text)}
          />
          <ClientPicker value={filters.get('client')} onChange={(id) => filters.set('client', id)} />
          <Field label="From">
            <TextInput
              type="date"
              value={filters.get('from') ?? ''}
              onChange={(event) => filters.set('from', event.target.value)}
            />
          </Field>
          <Field label="To">
            <TextInput
              type="date"
              value={filters.get('to') ?? ''}
              onChange={(event) => filters.set('to', event.target.value)}
            />
          </Field>
        </>
      }
    >
      <SavedViews screen="calls" />
      {q.length >= FEWEST_LETTERS ? (
        <CallSearch q={q} {...input} onClear={filters.clear} />
      ) : (
        <CallList input={input} filters={filters} />
      )}
    </ListPage>
  );
}

function CallList({ input, filters }: { input: ReturnType<typeof asked>; filters: Filters }) {
  const api = useTRPC();
  const list = usePages(api.calls.list.infiniteQueryKey(input), (page) =>
    api.calls.list.queryOptions({ ...input, ...page }),
  );
  return (
    <PagedList
      query={list}
      many="calls"
      empty={
        filters.isAny ? (
          <EmptyState
            title="No call matches these filters."
            action={<Button onClick={filters.clear}>Clear filters</Button>}
          />
        ) : (
          <EmptyState title="No call so far.">
            Calls appear here as soon as a switch reports them. Connect one under Switches.
          </EmptyState>
        )
      }
    >
      {(calls) => <CallTable calls={calls} />}
    </PagedList>
  );
}
