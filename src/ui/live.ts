'use client';

import { useEffect, useEffectEvent } from 'react';
import { setConnectionState, useConnectionState, type ConnectionState } from './connection-state';
import { openLiveStream } from './live-stream';
import type { LiveEvent } from './live-event';

export type LiveOptions = {
  /** The horizon of the snapshot the page already shows; '': from now on; null: not loaded yet, so do not connect. */
  since: string | null;
  /** Whether this is an operator's desk. */
  isDesk?: boolean;
  onEvent: (event: LiveEvent) => void;
  /** More was missed than is kept: load the snapshot again. */
  onGap: () => void;
};

/** Follows what happens in the organization, each event once, and says how the connection stands. */
export function useLive({ since, isDesk = false, onEvent, onGap }: LiveOptions): ConnectionState {
  const handleEvent = useEffectEvent(onEvent);
  const handleGap = useEffectEvent(onGap);
  const state = useConnectionState();
  const isReady = since !== null;
  const readSince = useEffectEvent(() => since ?? '');

  useEffect(() => {
    if (!isReady) return;
    setConnectionState('connecting');
    const close = openLiveStream({
      since: readSince(),
      isDesk,
      onEvent: handleEvent,
      onGap: handleGap,
      onState: setConnectionState,
    });
    return () => {
      close();
      setConnectionState('none');
    };
  }, [isReady, isDesk]);

  return state === 'none' ? 'connecting' : state;
}
