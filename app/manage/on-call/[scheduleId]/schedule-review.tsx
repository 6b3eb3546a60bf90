'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { errorWords, useTRPC } from '@/api/client';
import type { Schedule } from '@/domain/oncall/model';
import { LoadError, LoadingRows } from '@/ui/list-states';
import { OnCallFeed } from '@/ui/on-call-feed';
import { OnCallSchedule } from '@/ui/on-call-schedule';
import { PageHeader } from '@/ui/page-header';
import { useClientContacts } from '@/ui/use-client-contacts';

function Loaded({ schedule }: { schedule: Schedule }) {
  const api = useTRPC();
  const router = useRouter();
  const { clientId } = schedule;
  const client = useQuery(api.clients.get.queryOptions({ clientId }));
  const { contacts, problem, retry } = useClientContacts(clientId);
  return (
    <>
      <PageHeader
        title={schedule.name}
        about={
          <Link
            href={`/manage/clients/${clientId}#on-call`}
            className="text-accent underline underline-offset-2"
          >
            {client.data?.name ?? 'Client'}
          </Link>
        }
      />
      {problem === null ? null : (
        <LoadError words={`The contacts cannot be shown. ${problem}`} onRetry={retry} />
      )}
      <OnCallSchedule
        schedule={schedule}
        choices={contacts}
        canEdit
        editHref={`/manage/on-call/${schedule.id}/edit`}
        onRemoved={() => router.push('/manage/on-call')}
      />
      {contacts && contacts.length > 0 ? (
        <section aria-labelledby="feed" className="flex flex-col gap-2 border-t border-line pt-5">
          <h2 id="feed" className="text-base font-semibold">
            Subscribe in a calendar
          </h2>
          <p className="max-w-[66ch] text-ink-soft">
            Each person can have their shifts in their own calendar program. Give the address to them alone.
          </p>
          <OnCallFeed choices={contacts} />
        </section>
      ) : null}
    </>
  );
}

/** One schedule of a client, for whoever plans it. */
export function ScheduleReview({ scheduleId }: { scheduleId: string }) {
  const api = useTRPC();
  const schedule = useQuery(api.schedules.get.queryOptions({ scheduleId }));
  return (
    <div className="flex w-full flex-col gap-5 px-4 py-6 lg:px-6">
      <Link
        href="/manage/on-call"
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        All schedules
      </Link>
      {schedule.data ? (
        <Loaded schedule={schedule.data} />
      ) : schedule.isError ? (
        <LoadError
          words={`This schedule cannot be shown. ${errorWords(schedule.error).words}`}
          onRetry={() => void schedule.refetch()}
        />
      ) : (
        <LoadingRows rows={8} height={56} label="The schedule is being loaded." />
      )}
    </div>
  );
}
