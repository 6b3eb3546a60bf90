'use client';

import { Clock, TriangleAlert } from 'lucide-react';
import { useNow } from './now';
import { Time } from './time';

/** When operators were promised fresh facts; late is said in a word, a shape and a colour. */
export function UpdateDue({ at, zone }: { at: Date; zone: string | null }) {
  const now = useNow(10_000);
  const isOverdue = now !== null && at <= now;
  const Icon = isOverdue ? TriangleAlert : Clock;
  return (
    <p className={`mt-1 flex items-center gap-1.5 font-medium ${isOverdue ? 'text-high' : 'text-ink'}`}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span>
        {isOverdue ? 'Update overdue since ' : 'Next update due '}
        <Time at={at} zone={zone} />
      </span>
    </p>
  );
}
