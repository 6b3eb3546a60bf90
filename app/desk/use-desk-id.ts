'use client';

import { useDesk } from './desk-context';

/** The name of this window: made when the page was loaded, so that a reloaded window is another one. */
export function useDeskId(): string {
  return useDesk().outbox.deskId;
}
