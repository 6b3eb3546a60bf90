'use client';

import { useTRPC } from '@/api/client';
import { briefingStates, type BriefingState } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/field';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { usePages } from '@/ui/use-pages';
import { ClientPicker } from '../client-picker';
import { ListPage } from '../list-page';
import { useFilters } from '@/ui/use-filters';
import { BriefingTable } from './briefing-table';

const stateWords: Record<BriefingState | 'all', string> = {
  published: 'Published',
  draft: 'Drafts',
  withdrawn: 'Withdrawn',
  resolved: 'Resolved',
  all: 'All',
};

/** What all clients have told the operators to say, the published ones unless asked otherwise. */
export function BriefingReview() {
  const api = useTRPC();
  const filters = useFilters('state', 'client');
  const wanted = filters.get('state') ?? 'published';
  const state = briefingStates.find((known) => known === wanted);
  const clientId = filters.get('client');
  const input = { ...(state ? { state } : {}), ...(clientId ? { clientId } : {}) };
  const list = usePages(api.briefings.list.infiniteQueryKey(input), (page) =>
    api.briefings.list.queryOptions({ ...input, ...page }),
  );
  return (
    <ListPage
      title="Briefings"
      about="Also called specials: what clients want said and not said on a bad day. Clients write them; here they are read."
      onClear={filters.isAny ? filters.clear : undefined}
      filters={
        <>
          <Field label="State" className="w-44">
            <Select value={state ?? 'all'} onChange={(event) => filters.set('state', event.target.value)}>
              {([...briefingStates, 'all'] as const).map((known) => (
                <option key={known} value={known}>
                  {stateWords[known]}
                </option>
              ))}
            </Select>
          </Field>
          <ClientPicker value={clientId} onChange={(id) => filters.set('client', id)} />
        </>
      }
    >
      <PagedList
        query={list}
        many="briefings"
        empty={
          filters.isAny ? (
            <EmptyState
              title="No briefing matches these filters."
              action={<Button onClick={filters.clear}>Show published ones of all clients</Button>}
            />
          ) : (
            <EmptyState title="No client has a briefing published.">
              Operators answer with each client’s greeting and standing account info.
            </EmptyState>
          )
        }
      >
        {(briefings) => <BriefingTable briefings={briefings} />}
      </PagedList>
    </ListPage>
  );
}
