'use client';

import { NewOnCallSchedule } from '@/ui/on-call-editor';
import { PageHeader } from '@/ui/page-header';

export function NewSchedule({ clientId }: { clientId: string }) {
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-5 px-4 py-6">
      <PageHeader
        title="New schedule"
        about="For people who take turns. Your account manager can then let escalations ask it who is responsible."
      />
      <NewOnCallSchedule
        clientId={clientId}
        backHref="/portal/on-call"
        hrefOf={(id) => `/portal/on-call?schedule=${id}`}
      />
    </div>
  );
}
