'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether Command stands where Ctrl is elsewhere; false on the server. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    never,
    () => /mac/i.test(navigator.userAgent) && !/iphone|ipad|ipod/i.test(navigator.userAgent),
    () => false,
  );
}
