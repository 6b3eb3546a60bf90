'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import type { Subscription } from '@/domain/reports/account-content';
import { Button } from '@/ui/button';
import { SubscriptionDialog } from '@/ui/subscription-dialog';
import { SubscriptionList } from '@/ui/subscription-list';
import { useFilters } from '@/ui/use-filters';
import { ClientPicker } from '../client-picker';
import { ListPage } from '../list-page';

/** Who gets the account of each day or week: account managers of their clients, and clients of their own. */
export function DigestReview() {
  const filters = useFilters('client');
  const [edited, setEdited] = useState<Subscription | 'new' | null>(null);
  const add = (
    <Button variant="primary" onClick={() => setEdited('new')}>
      New digest
    </Button>
  );
  return (
    <ListPage
      title="Digests"
      about="The account of each day or week by e-mail, by urgency: for account managers of one client or of all, and for a client’s contacts of their own."
      onClear={filters.isAny ? filters.clear : undefined}
      actions={add}
      filters={<ClientPicker value={filters.get('client')} onChange={(id) => filters.set('client', id)} />}
    >
      <SubscriptionList
        clientId={filters.get('client')}
        isClientNamed
        canEditOthers
        onEdit={setEdited}
        action={null}
      />
      {edited === null ? null : (
        <DigestDialog edited={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </ListPage>
  );
}

function DigestDialog({ edited, onClose }: { edited: Subscription | null; onClose: () => void }) {
  const api = useTRPC();
  const [clientId, setClientId] = useState<string | null>(edited?.clientId ?? null);
  const client = useQuery(
    api.clients.get.queryOptions({ clientId: clientId ?? '' }, { enabled: clientId !== null }),
  );
  return (
    <SubscriptionDialog
      edited={edited}
      clientId={clientId}
      timeZone={client.data?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
      canChooseOthers
      clientField={<ClientPicker value={clientId} onChange={setClientId} />}
      onClose={onClose}
    />
  );
}
