'use client';

import { NewOnCallSchedule } from '@/ui/on-call-editor';
import { PageHeader } from '@/ui/page-header';
import { useFilters } from '@/ui/use-filters';
import { ClientPicker } from '../../client-picker';

export function NewSchedule() {
  const filters = useFilters('client');
  const clientId = filters.get('client');
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-5 px-4 py-6">
      <PageHeader
        title="New schedule"
        about="Once it is made, steps of the client’s escalation policy can ask it who is responsible."
      />
      <ClientPicker
        value={clientId}
        placeholder="Choose a client"
        onChange={(id) => filters.set('client', id)}
      />
      {clientId === null ? null : (
        <NewOnCallSchedule
          key={clientId}
          clientId={clientId}
          backHref="/manage/on-call"
          hrefOf={(id) => `/manage/on-call/${id}`}
        />
      )}
    </div>
  );
}
