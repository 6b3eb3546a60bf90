'use client';

import Link from 'next/link';
import { urgencies } from '@/domain/calls/model';
import type { InboxItem } from '@/domain/notifications/model';
import { classNames } from './class-names';
import { Time } from './time';
import { UrgencyChip } from './urgency-chip';

export type InboxListProps = { items: readonly InboxItem[]; onOpen: (item: InboxItem) => void };

/** Messages in the product, each a link to what it is about. */
export function InboxList({ items, onOpen }: InboxListProps) {
  return (
    <ul>
      {items.map((item) => {
        const urgency = urgencies.find((known) => known === item.urgency);
        return (
          <li key={item.id} className="border-b border-line last:border-b-0">
            <Link
              href={item.path}
              onClick={() => onOpen(item)}
              className="flex flex-col gap-1 px-4 py-3 -outline-offset-2 hover:bg-sunken"
            >
              <span className="flex flex-wrap items-center gap-2">
                {item.readAt === null ? (
                  <span className="inline-flex items-center gap-1 text-xs font-semibold text-accent">
                    <span aria-hidden className="size-2 rounded-full bg-accent" />
                    New
                  </span>
                ) : null}
                {urgency ? <UrgencyChip urgency={urgency} /> : null}
                {item.isOver ? <span className="text-xs text-ink-soft">Taken care of</span> : null}
              </span>
              <span className={classNames('line-clamp-2', item.readAt === null && 'font-medium')}>
                {item.summary}
              </span>
              <span className="text-[13px] text-ink-soft">
                <Time at={item.at} />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
