'use client';

import { useTRPC } from '@/api/client';
import { escalationStates, type EscalationState } from '@/domain/escalations/model';
import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/field';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { usePages } from '@/ui/use-pages';
import { ClientPicker } from './client-picker';
import { EscalationTable } from './escalation-table';
import { ListPage } from './list-page';
import { useFilters } from '@/ui/use-filters';

const stateWords: Record<EscalationState, string> = {
  open: 'Trying',
  unanswered: 'No answer',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
  cancelled: 'Cancelled',
};

/** Every escalation of the service, newest first, changing as things happen. */
export function EscalationReview() {
  const api = useTRPC();
  const filters = useFilters('state', 'client');
  const state = escalationStates.find((known) => known === filters.get('state'));
  const clientId = filters.get('client');
  const input = { ...(state ? { state } : {}), ...(clientId ? { clientId } : {}) };
  const list = usePages(api.escalations.list.infiniteQueryKey(input), (page) =>
    api.escalations.list.queryOptions({ ...input, ...page }),
  );
  return (
    <ListPage
      title="Escalations"
      about="Who had to be told, whether anybody answered, and how long it took."
      onClear={filters.isAny ? filters.clear : undefined}
      filters={
        <>
          <Field label="State" className="w-44">
            <Select value={state ?? ''} onChange={(event) => filters.set('state', event.target.value)}>
              <option value="">All states</option>
              {escalationStates.map((known) => (
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
        many="escalations"
        empty={
          filters.isAny ? (
            <EmptyState
              title="No escalation matches these filters."
              action={<Button onClick={filters.clear}>Clear filters</Button>}
            />
          ) : (
            <EmptyState title="No escalation so far.">
              An operator starts one with F8 during a call; it appears here at once.
            </EmptyState>
          )
        }
      >
        {(cards) => <EscalationTable cards={cards} />}
      </PagedList>
    </ListPage>
  );
}
