'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Schedule } from '@/domain/oncall/model';
import { LoadError, LoadingRows } from './list-states';
import { OnCallActions } from './on-call-actions';
import { OnCallCalendar } from './on-call-calendar';
import { OnCallChanges } from './on-call-changes';
import { namesOf, type OnCallChoice } from './on-call-choices';
import { OnCallCoverageDialog } from './on-call-coverage-dialog';
import type { OnCallBar } from './on-call-days';
import { OnCallGaps } from './on-call-gaps';
import { blankOverride, type OverrideDraft } from './on-call-override-draft';
import { OnCallOverrideDialog } from './on-call-override-dialog';
import { OnCallNext, OnCallNow } from './on-call-people';
import { nextLookMs } from './on-call-refresh';
import { OnCallRemove } from './on-call-remove';

type Open = { kind: 'swap'; draft: OverrideDraft } | { kind: 'cover' } | { kind: 'remove' } | null;

/** A shift that was picked is swapped; a gap is filled. */
function draftOf({ contactId, whole }: OnCallBar): OverrideDraft {
  return {
    ...blankOverride,
    kind: contactId === null ? 'add' : 'replace',
    replacedContactId: contactId ?? '',
    startsAt: whole.startsAt.toISOString(),
    endsAt: whole.endsAt.toISOString(),
  };
}

function Status({ schedule }: { schedule: Schedule }) {
  const api = useTRPC();
  const query = useQuery(
    api.onCall.get.queryOptions(
      { clientId: schedule.clientId },
      { refetchInterval: ({ state }) => nextLookMs(state.data) },
    ),
  );
  const status = query.data?.find((one) => one.schedule.id === schedule.id);
  if (!status) {
    return query.isError ? (
      <LoadError
        words={`Who is on call cannot be shown. ${errorWords(query.error).words}`}
        onRetry={() => void query.refetch()}
      />
    ) : (
      <LoadingRows rows={2} height={36} label="Who is on call is being looked up." />
    );
  }
  return (
    <dl className="grid gap-x-8 gap-y-3 rounded-md border border-line p-3 sm:grid-cols-2 lg:grid-cols-[auto_auto_1fr]">
      <div>
        <dt className="eyebrow">Responsible now</dt>
        <dd>
          <OnCallNow status={status} />
        </dd>
      </div>
      <div>
        <dt className="eyebrow">Next</dt>
        <dd>
          <OnCallNext status={status} />
        </dd>
      </div>
      <div className="sm:col-span-2 lg:col-span-1">
        <dt className="eyebrow">Gaps in the next 31 days</dt>
        <dd>
          {status.gaps.length === 0 ? (
            <span className="text-ink-soft">None: somebody is always on call.</span>
          ) : (
            <OnCallGaps gaps={status.gaps} zone={schedule.timeZone} at={status.at} most={5} />
          )}
        </dd>
      </div>
    </dl>
  );
}

export type OnCallScheduleProps = {
  schedule: Schedule;
  /** Everybody of the client; null: they are being loaded, or cannot be. */
  choices: readonly OnCallChoice[] | null;
  canEdit: boolean;
  editHref: string;
  onRemoved: () => void;
};

/** One schedule: who is responsible, four weeks of it, and what departs from it. */
export function OnCallSchedule({ schedule, choices, canEdit, editHref, onRemoved }: OnCallScheduleProps) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const nameOf = choices === null ? () => '…' : namesOf(choices);
  const canName = choices !== null && choices.length > 0;
  return (
    <div className="flex flex-col gap-5">
      {canEdit ? (
        <OnCallActions
          editHref={editHref}
          onSwap={canName ? () => setOpen({ kind: 'swap', draft: blankOverride }) : null}
          onCover={canName ? () => setOpen({ kind: 'cover' }) : null}
          onRemove={() => setOpen({ kind: 'remove' })}
        />
      ) : null}
      {canEdit && choices?.length === 0 ? (
        <p className="font-medium text-high">
          There is no contact who could be on call. Add people under Contacts first.
        </p>
      ) : null}
      <Status schedule={schedule} />
      <OnCallCalendar
        schedule={schedule}
        nameOf={nameOf}
        {...(canEdit && canName
          ? { onPick: (bar: OnCallBar) => setOpen({ kind: 'swap', draft: draftOf(bar) }) }
          : {})}
      />
      <section aria-labelledby="swaps" className="flex flex-col gap-2">
        <h2 id="swaps" className="text-base font-semibold">
          Swaps and coverages, running and coming
        </h2>
        <OnCallChanges schedule={schedule} canEdit={canEdit} nameOf={nameOf} />
      </section>
      {open?.kind === 'swap' && choices ? (
        <OnCallOverrideDialog schedule={schedule} choices={choices} initial={open.draft} onClose={close} />
      ) : null}
      {open?.kind === 'cover' && choices ? (
        <OnCallCoverageDialog schedule={schedule} choices={choices} onClose={close} />
      ) : null}
      {open?.kind === 'remove' ? (
        <OnCallRemove schedule={schedule} onRemoved={onRemoved} onClose={close} />
      ) : null}
    </div>
  );
}
