import {
  joined,
  outboxReducer,
  sendable,
  type OutboxAction,
  type OutboxChange,
  type OutboxEntry,
} from './outbox';
import { forgetEntry, storedEntries, storeEntry } from './outbox-storage';

/** What became of one sending: taken, refused for good (with words), or to be tried again. */
export type Verdict =
  { kind: 'accepted' } | { kind: 'refused'; words: string } | { kind: 'later'; isReachable: boolean };

export type OutboxView = { entries: readonly OutboxEntry[]; isStored: boolean };

export type Outbox = {
  subscribe: (listener: () => void) => () => void;
  view: () => OutboxView;
  put: (change: OutboxChange) => void;
  drop: (key: string) => void;
  /** Tries again at once, for example because the line is back. */
  retry: () => void;
  /** Sends what waits now. True when nothing of the call is left on this computer. */
  flush: (callId: string) => Promise<boolean>;
  /** How to hand one entry to the server; set again on every render of the desk. */
  sendWith: (send: (entry: OutboxEntry) => Promise<Verdict>) => void;
};

const TYPING_PAUSE_MS = 400;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;
const nothingStored: OutboxView = { entries: [], isStored: true };

/**
 * Keeps every change on this computer until the server has accepted it: stored at the keystroke, sent after a short
 * pause, retried for as long as it takes. One entry at a time, so that the log keeps the order in which it was made.
 */
export function createOutbox(member: string): Outbox {
  const listeners = new Set<() => void>();
  let view = nothingStored;
  let send: ((entry: OutboxEntry) => Promise<Verdict>) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let running: Promise<void> | undefined;
  let failures = 0;

  const show = (next: OutboxView) => {
    view = next;
    for (const listener of listeners) listener();
  };
  const reduce = (action: OutboxAction) => show({ ...view, entries: outboxReducer(view.entries, action) });

  const wake = (waitMs: number, isLater = false) => {
    const at = Date.now() + waitMs;
    if (!isLater && at > dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => void run(), waitMs);
  };

  const settle = (entry: OutboxEntry, verdict: Verdict) => {
    const { key, revision } = entry;
    if (verdict.kind === 'accepted') reduce({ type: 'accepted', key, revision });
    if (verdict.kind === 'refused') reduce({ type: 'refused', key, revision, words: verdict.words });
    const left = view.entries.find((one) => one.key === key);
    // An emptied draft that a closed call no longer takes holds nothing worth keeping.
    if (left?.refusal && left.kind === 'draft' && left.text === '') return drop(key);
    if (left) storeEntry(member, left);
    else forgetEntry(member, key);
  };

  const drop = (key: string) => {
    reduce({ type: 'dropped', key });
    forgetEntry(member, key);
  };

  const sendAll = async () => {
    if (!send) return;
    const postponed = new Set<string>();
    for (;;) {
      const entry = sendable(view.entries).find((one) => !postponed.has(one.key));
      if (!entry) break;
      const verdict = await send(entry);
      settle(entry, verdict);
      if (verdict.kind !== 'later') continue;
      postponed.add(entry.key);
      if (!verdict.isReachable) break;
    }
    failures = postponed.size > 0 ? failures + 1 : 0;
    if (failures > 0) wake(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)), true);
  };

  const run = (): Promise<void> => {
    clearTimeout(timer);
    dueAt = Number.POSITIVE_INFINITY;
    running ??= sendAll().finally(() => {
      running = undefined;
    });
    return running;
  };

  const sendNow = () => {
    failures = 0;
    void run();
  };

  const put = (change: OutboxChange) => {
    const entry = joined(view.entries, change, Date.now());
    const isStored = storeEntry(member, entry);
    show({ entries: outboxReducer(view.entries, { type: 'put', entry }), isStored });
    const isTyping = change.kind === 'draft' || change.kind === 'fields' || change.kind === 'phone';
    if (failures === 0) wake(isTyping ? TYPING_PAUSE_MS : 0, isTyping);
  };

  return {
    subscribe: (listener) => {
      if (listeners.size === 0) {
        show({ ...view, entries: withStored(view.entries, storedEntries(member)) });
        window.addEventListener('online', sendNow);
        wake(0);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        window.removeEventListener('online', sendNow);
        clearTimeout(timer);
      };
    },
    view: () => view,
    put,
    drop,
    retry: sendNow,
    flush: async (callId) => {
      failures = 0;
      await running;
      await run();
      return !view.entries.some((entry) => entry.callId === callId && entry.refusal === null);
    },
    sendWith: (next) => {
      const isFirst = send === undefined;
      send = next;
      if (isFirst) wake(0);
    },
  };
}

function withStored(inMemory: readonly OutboxEntry[], stored: readonly OutboxEntry[]): OutboxEntry[] {
  const known = new Set(inMemory.map(({ key }) => key));
  return [...inMemory, ...stored.filter(({ key }) => !known.has(key))];
}

/** What the server renders: nothing is known of the reader's computer there. */
export function emptyOutboxView(): OutboxView {
  return nothingStored;
}
