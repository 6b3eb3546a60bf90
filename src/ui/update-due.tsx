'use client';

import { Clock, TriangleAlert } from 'lucide-react';
import { useNow } from './now';
import { Time } from './time';

/** `isShort`: under a heading that says already what is due. */
export type UpdateDueProps = { at: Date; zone: string | null; isShort?: boolean };

/** When operators were promised fresh facts; late is said in a word, a shape and a colour. */
export function UpdateDue({ at, zone, isShort = false }: UpdateDueProps) {
  const now = useNow(10_000);
  const isOverdue = now !== null && at <= now;
  const late = isShort ? 'Overdue since ' : 'Update overdue since ';
  const due = isShort ? '' : 'Next update due ';
  const Icon = isOverdue ? TriangleAlert : Clock;
  return (
    <p
      className={`items-center gap-1.5 font-medium ${isShort ? 'inline-flex' : 'mt-1 flex'} ${isOverdue ? 'text-high' : 'text-ink'}`}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span>
        {isOverdue ? late : due}
        <Time at={at} zone={zone} />
      </span>
    </p>
  );
}
