'use client';

import { UserRoundPlus, X } from 'lucide-react';
import { useState } from 'react';
import type { CallCard } from '@/domain/calls/model';
import { classNames } from '@/ui/class-names';
import { AccountInfo } from './account-info';
import { useDesk } from './desk-context';
import { isNewClient } from './queue-selectors';

/** Beside the ring: what an operator should know who has never answered for this client. */
export function NewClientAside({ call, isLow = false }: { call: CallCard; isLow?: boolean }) {
  return (
    <aside
      aria-label="About this client"
      // Where it stands above the incident it must not push that off the screen: it scrolls, also by keyboard.
      tabIndex={0}
      className={classNames(
        'overflow-y-auto rounded-md border border-line bg-raised p-4',
        isLow ? 'max-h-64' : 'max-lg:max-h-64',
      )}
    >
      <p className="mb-2 flex items-center gap-1.5 font-semibold text-low">
        <UserRoundPlus aria-hidden className="size-4 shrink-0" />
        You have not answered for this client before
      </p>
      {call.accountInfo === '' ? (
        <p className="text-ink-soft">Nothing is written down about this client.</p>
      ) : (
        <AccountInfo call={call} />
      )}
    </aside>
  );
}

/** The same above the briefing of the call, until it is put away. Whether it is shown is settled when the call opens. */
export function NewClientPanel({ call }: { call: CallCard }) {
  const { state } = useDesk();
  const [isShown, setIsShown] = useState(() => isNewClient(state, call));
  if (!isShown) return null;
  return (
    <div className="relative">
      <NewClientAside call={call} isLow />
      <button
        type="button"
        aria-label="Put the account info away"
        onClick={() => setIsShown(false)}
        className="absolute top-2 right-2 inline-flex size-8 items-center justify-center rounded-md hover:bg-sunken"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  );
}
