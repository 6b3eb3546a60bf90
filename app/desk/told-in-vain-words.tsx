'use client';

import { Undo2 } from 'lucide-react';
import { Time } from '@/ui/time';
import type { ToldInVain } from './told-statements';

/** What this caller heard and must hear corrected while still on the line. */
export function ToldInVainWords({ told }: { told: readonly ToldInVain[] }) {
  return told.map(({ statementId, text, at, withdrawal }) => (
    <div
      key={statementId}
      className="flex items-start gap-1.5 rounded-md bg-high-soft px-3 py-2 text-high ring-1 ring-current/30"
    >
      <Undo2 aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p className="font-medium">
          You told this caller “{text}” <Time at={at} show="absolute" />.{' '}
          {at <= withdrawal.at ? 'It was withdrawn' : 'It had been withdrawn already'}{' '}
          <Time at={withdrawal.at} show="absolute" />: {withdrawal.reason}
        </p>
        <p className="text-ink">
          {withdrawal.correction === null ? (
            'Nothing approved replaces it. Tell the caller that it does not hold.'
          ) : (
            <>
              Say now: <span className="font-medium">“{withdrawal.correction}”</span>
            </>
          )}
        </p>
      </div>
    </div>
  ));
}
