'use client';

import { EditOnCallSchedule } from '@/ui/on-call-editor';
import { PageHeader } from '@/ui/page-header';

export function EditSchedule({ scheduleId }: { scheduleId: string }) {
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-5 px-4 py-6">
      <PageHeader
        title="Edit schedule"
        about="It counts at once, for escalations that run too: they ask the schedule when a step begins."
      />
      <EditOnCallSchedule scheduleId={scheduleId} hrefOf={(id) => `/manage/on-call/${id}`} />
    </div>
  );
}
