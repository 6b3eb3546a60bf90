'use client';

import { ArrowLeft, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { useFilters } from '@/ui/use-filters';
import { CallTypeDialog } from '../../call-type-dialog';
import { CallTypeList } from '../../call-type-list';
import { ClientPicker } from '../../client-picker';
import { ListPage } from '../../list-page';

/** Why callers call, of all clients. */
export function CallTypeReview() {
  const filters = useFilters('client');
  const [isAdding, setIsAdding] = useState(false);
  const clientId = filters.get('client') || undefined;
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
      onClick={() => setIsAdding(true)}
    >
      New call type
    </Button>
  );
  return (
    <ListPage
      title="Call types"
      about="Why callers call: operators choose one in the call. It says what callers are asked, and may name a playbook."
      actions={
        <>
          <Link
            href="/manage/playbooks"
            className="inline-flex min-h-6 items-center gap-1 text-accent hover:underline"
          >
            <ArrowLeft aria-hidden className="size-4" />
            All playbooks
          </Link>
          {add}
        </>
      }
      filters={<ClientPicker value={clientId ?? null} onChange={(id) => filters.set('client', id)} />}
      onClear={filters.isAny ? filters.clear : undefined}
    >
      <CallTypeList
        clientId={clientId}
        emptyTitle={clientId ? 'No call type for this client.' : 'No call type yet.'}
        emptyAction={clientId ? <Button onClick={filters.clear}>Show those of all clients</Button> : add}
      />
      {isAdding ? (
        <CallTypeDialog {...(clientId ? { clientId } : {})} onClose={() => setIsAdding(false)} />
      ) : null}
    </ListPage>
  );
}
