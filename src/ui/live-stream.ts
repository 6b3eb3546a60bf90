import type { ConnectionState } from './connection-state';
import { liveEventTypes, readLiveEvent, type LiveEvent } from './live-event';
import { onWake } from './wake';

/** The server's beat comes every 15 s; after three missed ones the line is dead even if no error says so. */
const SILENCE_MS = 45_000;
/** A reconnection shorter than this is not worth alarming anybody. */
const PATIENCE_MS = 3_000;
/** On waking, a line on which not even the last beat was heard is made anew, whatever the browser thinks of it. */
const WAKING_SILENCE_MS = 20_000;
const LONGEST_WAIT_MS = 15_000;
const REMEMBERED = 2_000;

export type LiveStreamOptions = {
  /** The horizon to resume from; '' begins with what happens next. */
  since: string;
  /** The stream of an operator's desk: while it is open, its operator counts as on shift. */
  isDesk?: boolean | undefined;
  onEvent: (event: LiveEvent) => void;
  onGap: () => void;
  onState: (state: ConnectionState) => void;
};

/**
 * Keeps one EventSource open until the returned function is called. It resumes where it stopped, takes every event
 * once, and reconnects by itself also where the browser gives up (a refused or expired connection).
 */
export function openLiveStream({
  since,
  isDesk = false,
  onEvent,
  onGap,
  onState,
}: LiveStreamOptions): () => void {
  const seen = new Set<number>();
  let horizon = since;
  let source: EventSource | null = null;
  let failures = 0;
  let isClosed = false;
  let hasBeat = false;
  let heardAt = Date.now();
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let patienceTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;

  const heard = () => {
    clearTimeout(silenceTimer);
    heardAt = Date.now();
    if (hasBeat && !isClosed) silenceTimer = setTimeout(connect, SILENCE_MS);
  };

  const receive = (type: (typeof liveEventTypes)[number], message: MessageEvent<string>) => {
    heard();
    const event = readLiveEvent(type, message.data);
    if (message.lastEventId !== '') horizon = message.lastEventId;
    if (seen.has(event.seq)) return;
    seen.add(event.seq);
    if (seen.size > REMEMBERED) seen.delete(seen.values().next().value ?? event.seq);
    onEvent(event);
  };

  const failed = () => {
    clearTimeout(patienceTimer);
    if (!navigator.onLine) onState('offline');
    else patienceTimer = setTimeout(() => onState('offline'), PATIENCE_MS);
    if (source?.readyState !== EventSource.CLOSED) return;
    failures += 1;
    clearTimeout(retryTimer);
    const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** failures) * (0.5 + Math.random() / 2);
    retryTimer = setTimeout(connect, wait);
  };

  function connect(): void {
    if (isClosed) return;
    source?.close();
    clearTimeout(retryTimer);
    clearTimeout(silenceTimer);
    const asked = new URLSearchParams({
      ...(horizon !== '' && { since: horizon }),
      ...(isDesk && { desk: '1' }),
    }).toString();
    const next = new EventSource(`/api/live${asked === '' ? '' : `?${asked}`}`);
    source = next;
    next.onopen = () => {
      failures = 0;
      clearTimeout(patienceTimer);
      onState('live');
      heard();
    };
    next.onerror = failed;
    next.addEventListener('beat', () => {
      hasBeat = true;
      heard();
    });
    next.addEventListener('gap', (message) => {
      heard();
      if (message instanceof MessageEvent && message.lastEventId !== '') horizon = message.lastEventId;
      onGap();
    });
    for (const type of liveEventTypes) {
      next.addEventListener(type, (message) => receive(type, message as MessageEvent<string>));
    }
  }

  const wentOffline = () => onState('offline');
  const woke = () => {
    if (isClosed || Date.now() - heardAt <= WAKING_SILENCE_MS) return;
    onState('connecting');
    connect();
  };
  const shown = () => {
    if (document.visibilityState === 'visible') woke();
  };
  window.addEventListener('offline', wentOffline);
  window.addEventListener('online', connect);
  document.addEventListener('visibilitychange', shown);
  const stopWaking = onWake(woke);
  connect();

  return () => {
    isClosed = true;
    source?.close();
    clearTimeout(retryTimer);
    clearTimeout(patienceTimer);
    clearTimeout(silenceTimer);
    window.removeEventListener('offline', wentOffline);
    window.removeEventListener('online', connect);
    document.removeEventListener('visibilitychange', shown);
    stopWaking();
  };
}
