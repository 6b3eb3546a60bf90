import Link from 'next/link';
import { useId, type ReactNode } from 'react';
import type { BriefingSummary } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { SeverityChip } from '@/ui/severity-chip';
import { BriefingStateChip } from '@/ui/state-chip';
import { Time } from '@/ui/time';
import { UpdateDue } from '@/ui/update-due';

type Group = {
  title: string;
  about?: string | null;
  rows: BriefingSummary[];
  zone: string | null;
  more?: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
  /** Shown where there is nothing; without it an empty group is left out. */
  children?: ReactNode;
};

/** When a briefing applies, or when it stopped, in one line. */
function When({ briefing, zone }: { briefing: BriefingSummary; zone: string | null }) {
  const { state, startsAt, endsAt, resolvedAt, publishedAt, updatedAt, updatedByName, currentVersion } =
    briefing;
  if (state === 'resolved' && resolvedAt) {
    return (
      <>
        Resolved <Time at={resolvedAt} zone={zone} />
      </>
    );
  }
  if (state === 'draft' || !publishedAt) {
    return (
      <>
        Saved by {updatedByName}, <Time at={updatedAt} zone={zone} />
      </>
    );
  }
  return (
    <>
      Version {currentVersion}, published <Time at={publishedAt} zone={zone} />
      {startsAt ? (
        <>
          ; from <Time at={startsAt} zone={zone} show="absolute" />
        </>
      ) : null}
      {endsAt ? (
        <>
          ; until <Time at={endsAt} zone={zone} />
        </>
      ) : null}
    </>
  );
}

function BriefingRow({ briefing, zone }: { briefing: BriefingSummary; zone: string | null }) {
  const isPublished = briefing.state === 'published';
  return (
    <li className="relative rounded-md border border-line bg-raised p-3 hover:border-line-strong">
      <p className="flex flex-wrap items-center gap-2">
        <SeverityChip severity={briefing.severity} />
        {isPublished ? null : <BriefingStateChip state={briefing.state} />}
        {isPublished && briefing.hasUnpublishedChanges ? (
          <span className="font-medium text-high">Changes not published yet</span>
        ) : null}
      </p>
      <p className="mt-1.5 text-base leading-6 font-medium">
        <Link
          href={`/portal/briefings/${briefing.id}`}
          className="underline-offset-2 after:absolute after:inset-0 hover:underline"
        >
          {briefing.headline || 'No headline yet'}
        </Link>
      </p>
      <p className="mt-0.5 text-ink-soft">
        <When briefing={briefing} zone={zone} />
      </p>
      {isPublished && briefing.nextUpdateDueAt ? (
        <UpdateDue at={briefing.nextUpdateDueAt} zone={zone} />
      ) : null}
    </li>
  );
}

/** Briefings of one kind under a heading. */
export function BriefingGroup({ title, about, rows, zone, more, children }: Group) {
  const id = useId();
  if (rows.length === 0 && !children) return null;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      {about ? <p className="-mt-1 text-ink-soft">{about}</p> : null}
      {rows.length === 0 ? children : null}
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <BriefingRow key={row.id} briefing={row} zone={zone} />
        ))}
      </ul>
      {more?.hasNextPage ? (
        <div>
          <Button isBusy={more.isFetchingNextPage} onClick={() => void more.fetchNextPage()}>
            Load more
          </Button>
        </div>
      ) : null}
    </section>
  );
}
