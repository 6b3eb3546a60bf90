'use client';

import { VolumeX } from 'lucide-react';
import { useDesk } from './desk-context';
import { deskStatus } from './queue-selectors';
import { useSoundState } from './ring-sound';

/** Says that a ring would not be heard, to somebody who relies on hearing it. */
export function SoundWords() {
  const { state } = useDesk();
  const sound = useSoundState();
  const isRelied = deskStatus(state).kind === 'available';
  return (
    <span role="status" className="empty:hidden">
      {isRelied && (sound === 'off' || sound === 'none') ? (
        <span className="inline-flex items-center gap-1.5 font-medium whitespace-nowrap text-high">
          <VolumeX aria-hidden className="size-4 shrink-0" />
          <span className="max-md:sr-only">
            {sound === 'off' ? 'Sound is off until you press a key' : 'This browser plays no sound'}
          </span>
          <span aria-hidden className="max-sm:hidden md:hidden">
            Sound off
          </span>
        </span>
      ) : null}
    </span>
  );
}
