'use client';

import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useEffect } from 'react';
import { useTRPC } from '@/api/client';
import type { Schedule } from '@/domain/oncall/model';
import { buttonClasses } from '@/ui/button';
import { Field, Select } from '@/ui/field';
import { EmptyState, LoadError } from '@/ui/list-states';
import { OnCallHolidays } from '@/ui/on-call-holidays';
import { OnCallSchedule } from '@/ui/on-call-schedule';
import { PageHeader } from '@/ui/page-header';
import { PagedList } from '@/ui/paged-list';
import { useClientContacts, type ClientContacts } from '@/ui/use-client-contacts';
import { useFilters } from '@/ui/use-filters';
import { usePages } from '@/ui/use-pages';
import { OwnFeed } from './own-feed';

export type OnCallBoardProps = {
  clientId: string;
  /** Who is signed in. */
  memberId: string;
  canEdit: boolean;
};

function Shown({
  schedules,
  contacts,
  canEdit,
}: {
  schedules: readonly Schedule[];
  contacts: ClientContacts;
  canEdit: boolean;
}) {
  const filters = useFilters('schedule');
  const chosen = filters.get('schedule');
  const schedule = schedules.find(({ id }) => id === chosen) ?? schedules[0];
  if (!schedule) return null;
  return (
    <div className="flex flex-col gap-5">
      {schedules.length > 1 ? (
        <Field label="Schedule" className="max-w-80">
          <Select value={schedule.id} onChange={(event) => filters.set('schedule', event.target.value)}>
            {schedules.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <h2 className="text-base font-semibold">{schedule.name}</h2>
      )}
      <OnCallSchedule
        key={schedule.id}
        schedule={schedule}
        choices={contacts.contacts}
        canEdit={canEdit}
        editHref={`/portal/on-call/${schedule.id}/edit`}
        onRemoved={() => filters.set('schedule', null)}
      />
    </div>
  );
}

/** Who of the company is responsible, and when. */
export function OnCallBoard({ clientId, memberId, canEdit }: OnCallBoardProps) {
  const api = useTRPC();
  const contacts = useClientContacts(clientId);
  const input = { clientId, limit: 100 };
  const list = usePages(api.schedules.list.infiniteQueryKey(input), (page) =>
    api.schedules.list.queryOptions({ ...input, ...page }),
  );
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchNextPageError, isFetchingNextPage]);
  return (
    <div className="flex w-full flex-col gap-6 px-4 py-6 lg:px-6">
      <PageHeader
        title="On-call"
        about="Who of your company is responsible when something urgent comes in, and when they hand over."
        actions={
          canEdit ? (
            <Link href="/portal/on-call/new" className={buttonClasses('secondary')}>
              <Plus aria-hidden className="size-4" />
              New schedule
            </Link>
          ) : null
        }
      />
      {contacts.problem === null ? null : (
        <LoadError words={`The contacts cannot be shown. ${contacts.problem}`} onRetry={contacts.retry} />
      )}
      <PagedList
        query={list}
        many="schedules"
        rowHeight={96}
        empty={
          <EmptyState title="Your company has no on-call schedule.">
            {canEdit
              ? 'You do well without one while the same people are always responsible. Make one when people take turns.'
              : 'Urgent matters go to the people whom your company named. When people take turns, your client admin makes a schedule, and it stands here.'}
          </EmptyState>
        }
      >
        {(schedules) => <Shown schedules={schedules} contacts={contacts} canEdit={canEdit} />}
      </PagedList>
      <section aria-labelledby="holidays" className="flex max-w-4xl flex-col gap-3 border-t border-line pt-5">
        <div>
          <h2 id="holidays" className="text-base font-semibold">
            Holidays
          </h2>
          <p className="text-ink-soft">
            Days on which only those are on call whose times name holidays. They count for every schedule.
          </p>
        </div>
        <OnCallHolidays clientId={clientId} canEdit={canEdit} />
      </section>
      <OwnFeed contacts={contacts.contacts} memberId={memberId} canEdit={canEdit} />
    </div>
  );
}
