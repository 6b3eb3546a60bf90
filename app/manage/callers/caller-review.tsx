'use client';

import { UpdateList } from '@/ui/update-list';
import { UpdateStateFilter } from '@/ui/update-state-filter';
import { useFilters } from '@/ui/use-filters';
import { ClientPicker } from '../client-picker';
import { ListPage } from '../list-page';

/** The callers of all clients who wished to be told. */
export function CallerReview() {
  const filters = useFilters('client', 'state');
  const clientId = filters.get('client');
  return (
    <ListPage
      title="Callers to tell"
      about="Who asked to be told when their matter is settled, by which way, and whether they have been."
      onClear={filters.isAny ? filters.clear : undefined}
      filters={
        <>
          <ClientPicker value={clientId} onChange={(id) => filters.set('client', id)} />
          <UpdateStateFilter />
        </>
      }
    >
      <UpdateList href="/manage/escalations" clientId={clientId} isClientNamed />
    </ListPage>
  );
}
