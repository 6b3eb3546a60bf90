import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { syncedNow } from '@/ui/now';
import { keepDesk } from './desk-cache';
import type { DeskState } from './desk-state';
import { keptDesk } from './kept-desk';

/** At most this often while much happens, and this often while nothing does: then it is known to be as new as that. */
const PAUSE_MS = 2_000;
const RENEW_MS = 60_000;

/**
 * Keeps the desk in this browser, so that a reload without the server shows what it knew, and how old that is.
 * @param isWhole holds false while what was kept earlier is still being read: it must not be replaced by an older page
 */
export function useDeskCache(state: DeskState, staleSince: Date | null, isWhole: RefObject<boolean>): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = useEffectEvent(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (isWhole.current) void keepDesk(state.me, keptDesk(state, staleSince ?? syncedNow()));
  });

  useEffect(() => {
    timer.current ??= setTimeout(() => keep(), PAUSE_MS);
  }, [state, staleSince]);
  useEffect(() => {
    const renewal = setInterval(() => keep(), RENEW_MS);
    const hidden = () => {
      if (document.visibilityState === 'hidden') keep();
    };
    document.addEventListener('visibilitychange', hidden);
    return () => {
      clearInterval(renewal);
      clearTimeout(timer.current);
      timer.current = undefined;
      document.removeEventListener('visibilitychange', hidden);
    };
  }, []);
}
