'use client';

import type { Callback } from '@/domain/promises/model';
import { CallbackWording } from '@/ui/callback-wording';
import { NeverSay } from '@/ui/never-say';
import { versionNow } from './briefing-selectors';
import { useDesk, useDeskNow } from './desk-context';

/** What the caller heard or asked, the approved words to say now, and what must not be said. */
export function CallbackScript({ callback }: { callback: Callback }) {
  const { state } = useDesk();
  const now = useDeskNow();
  const neverSay = versionNow(state, callback.briefingId, now)?.content.neverSay ?? [];
  return (
    <>
      <CallbackWording callback={callback} />
      <NeverSay items={neverSay} />
    </>
  );
}
