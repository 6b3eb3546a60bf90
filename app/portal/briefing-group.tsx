import { useId, type ReactNode } from 'react';
import type { BriefingSummary } from '@/domain/briefings/model';
import { Button } from '@/ui/button';
import { BriefingRow } from './briefing-row';

type Group = {
  title: string;
  about?: string | null;
  rows: readonly BriefingSummary[];
  zone: string | null;
  more?: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
  /** Shown where there is nothing; without it an empty group is left out. */
  children?: ReactNode;
};

/** Briefings of one kind under a heading. */
export function BriefingGroup({ title, about, rows, zone, more, children }: Group) {
  const id = useId();
  const hasMore = more?.hasNextPage ?? false;
  if (rows.length === 0 && !children && !hasMore) return null;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="text-base font-semibold">
        {title}
      </h2>
      {about ? <p className="-mt-1 text-ink-soft">{about}</p> : null}
      {rows.length === 0 ? children : null}
      <ul className="flex flex-col gap-2 empty:hidden">
        {rows.map((row) => (
          <BriefingRow key={row.id} briefing={row} zone={zone} />
        ))}
      </ul>
      {more && hasMore ? (
        <div>
          <Button
            isBusy={more.isFetchingNextPage}
            className="max-sm:min-h-11"
            aria-label={`Load more: ${title}`}
            onClick={() => void more.fetchNextPage()}
          >
            Load more
          </Button>
        </div>
      ) : null}
    </section>
  );
}
