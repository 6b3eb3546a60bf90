'use client';

import { CloudOff } from 'lucide-react';
import { Time } from '@/ui/time';
import { useDesk } from './desk-context';

/** While not connected: how old what is shown may be. */
export function StaleWords({ version }: { version?: number | undefined }) {
  const { staleSince } = useDesk();
  return (
    <div role="status" className="empty:hidden">
      {staleSince ? (
        <p className="inline-flex items-center gap-1.5 rounded bg-high-soft px-2 py-1 font-medium text-high">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          <span>
            Not connected: may be out of date ({version === undefined ? '' : `v${version}, `}
            <Time at={staleSince} show="absolute" />)
          </span>
        </p>
      ) : null}
    </div>
  );
}
