'use client';

import { RecallList } from '@/ui/recall-list';
import { useFilters } from '@/ui/use-filters';
import { ClientPicker } from '../client-picker';
import { ListPage } from '../list-page';

/** The recalls of all clients. */
export function RecallReview() {
  const filters = useFilters('client');
  const clientId = filters.get('client');
  return (
    <ListPage
      title="Recalls"
      about="Statements that clients withdrew, and how many of those who heard them have been called back."
      onClear={filters.isAny ? filters.clear : undefined}
      filters={<ClientPicker value={clientId} onChange={(id) => filters.set('client', id)} />}
    >
      <RecallList href="/manage/recalls" clientId={clientId} isClientNamed />
    </ListPage>
  );
}
