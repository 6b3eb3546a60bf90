'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import type { Subscription } from '@/domain/reports/account-content';
import { Button } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { SubscriptionDialog } from '@/ui/subscription-dialog';
import { SubscriptionList } from '@/ui/subscription-list';

export type DigestBoardProps = { clientId: string; organizationName: string; canChooseOthers: boolean };

/** Who of the company gets the account of each day or week. */
export function DigestBoard({ clientId, organizationName, canChooseOthers }: DigestBoardProps) {
  const api = useTRPC();
  const zone = useQuery(api.clients.get.queryOptions({ clientId })).data?.timeZone;
  const [edited, setEdited] = useState<Subscription | 'new' | null>(null);
  const add = (
    <Button variant="primary" size="call" onClick={() => setEdited('new')}>
      {canChooseOthers ? 'New digest' : 'Send me a digest'}
    </Button>
  );
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <PageHeader
        title="Digests"
        about={`The account of each day or week: what ${organizationName} did for you, by urgency, and what is still open.`}
        actions={add}
      />
      <SubscriptionList
        clientId={null}
        isClientNamed={false}
        canEditOthers={canChooseOthers}
        onEdit={setEdited}
        action={null}
      />
      {edited === null ? null : (
        <SubscriptionDialog
          edited={edited === 'new' ? null : edited}
          clientId={clientId}
          timeZone={zone ?? 'UTC'}
          canChooseOthers={canChooseOthers}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
