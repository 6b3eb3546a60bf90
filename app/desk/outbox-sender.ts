import type { DeskLocks } from './desk-locks';
import { createGoneWindows } from './gone-windows';
import {
  afterSeq,
  inOrder,
  joined,
  nextSeq,
  outboxReducer,
  sendable,
  type OutboxAction,
  type OutboxChange,
  type OutboxEntry,
} from './outbox';
import { createKeeper } from './outbox-keeper';
import type { OutboxStorage } from './outbox-storage';

/** What became of one sending: taken, refused for good (with words), or to be tried again. */
export type Verdict =
  { kind: 'accepted' } | { kind: 'refused'; words: string } | { kind: 'later'; isReachable: boolean };

export type OutboxView = {
  entries: readonly OutboxEntry[];
  /** False where this browser refuses to keep text; true again once it did. */
  isStored: boolean;
  /** Whether what gone windows left here has been looked for. */
  isRead: boolean;
  /** What stands in notes fields, by draftKey: of this window, and of gone ones that left it here. */
  drafts: Readonly<Record<string, string>>;
  /** The windows that were opened in this browser. */
  windows: readonly string[];
};

export type Outbox = {
  /** The name of this window. */
  deskId: string;
  subscribe: (listener: () => void) => () => void;
  view: () => OutboxView;
  /** Begins to send, and to care for what gone windows left, until the returned function is called. */
  start: () => () => void;
  /** Changes of one moment: all of them are kept, or none. */
  put: (...changes: OutboxChange[]) => void;
  drop: (key: string) => void;
  /** Tries again at once, for example because the line is back. */
  retry: () => void;
  /** Sends what waits now. True when nothing of the call is left on this computer. */
  flush: (callId: string) => Promise<boolean>;
  /** Whether another window on this computer is gone. What it left here is then in this outbox. */
  takeOver: (deskId: string) => Promise<boolean>;
  /** Whether closing this window now would lose something. */
  isAtRisk: () => boolean;
  /** How to hand one entry to the server; set again on every render of the desk. */
  sendWith: (send: (entry: OutboxEntry) => Promise<Verdict>) => void;
};

export type OutboxOptions = {
  deskId: string;
  storage: OutboxStorage;
  locks: DeskLocks;
  /** What a page of an earlier release left; see outbox-storage.ts. */
  earlier?: () => { entries: OutboxEntry[]; forget: () => void };
};

const TYPING_PAUSE_MS = 400;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15_000;

const typing: ReadonlySet<OutboxChange['kind']> = new Set(['draft', 'fields', 'phone']);
const nothingWaits: OutboxView = { entries: [], isStored: true, isRead: false, drafts: {}, windows: [] };

/**
 * Keeps every change on this computer until the server has accepted it: stored at the keystroke, sent after a short
 * pause, retried for as long as it takes. One entry at a time, so that the log keeps the order in which it was made.
 * Every window sends its own; what a window that is gone has left is sent by one of those that live.
 */
export function createOutbox({ deskId, storage, locks, earlier }: OutboxOptions): Outbox {
  const listeners = new Set<() => void>();
  let view = nothingWaits;
  let send: ((entry: OutboxEntry) => Promise<Verdict>) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let running: Promise<void> | undefined;
  let failures = 0;
  let lastSeq = 0;
  let isStopped = true;

  const show = (next: Partial<OutboxView>) => {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  };
  const outcome = (isStored: boolean) => {
    if (isStored !== view.isStored) show({ isStored });
  };
  const keeper = createKeeper(storage, outcome);
  const reduce = (action: OutboxAction) => show({ entries: outboxReducer(view.entries, action) });

  const wake = (waitMs: number, isLater = false) => {
    const at = Date.now() + waitMs;
    if (isStopped || (!isLater && at > dueAt)) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => void run(), waitMs);
  };

  const removed = async (from: string) => {
    await keeper.settled();
    windows.letGo(from);
  };

  const drop = (key: string) => {
    const entry = view.entries.find((one) => one.key === key);
    if (!entry) return;
    reduce({ type: 'dropped', key });
    keeper.forget(entry);
    void removed(entry.deskId);
  };

  const settle = (entry: OutboxEntry, verdict: Verdict) => {
    const { key, revision } = entry;
    if (verdict.kind === 'later') return;
    if (verdict.kind === 'accepted') reduce({ type: 'accepted', key, revision });
    else reduce({ type: 'refused', key, revision, words: verdict.words });
    const left = view.entries.find((one) => one.key === key);
    // An emptied draft that a closed call no longer takes holds nothing worth keeping.
    if (left?.refusal && left.kind === 'draft' && left.text === '') return drop(key);
    if (left) return keeper.keep(left);
    keeper.forget(entry);
    void removed(entry.deskId);
  };

  const sendAll = async () => {
    if (!send || !view.isRead) return;
    const postponed = new Set<string>();
    for (;;) {
      const [entry] = sendable(view.entries, postponed);
      if (!entry || isStopped) break;
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

  const put = (...changes: OutboxChange[]) => {
    let { entries, drafts } = view;
    const madeAt = Date.now();
    for (const change of changes) {
      lastSeq = nextSeq(entries, lastSeq, madeAt);
      const entry = joined(entries, change, { deskId, seq: lastSeq, madeAt });
      entries = outboxReducer(entries, { type: 'put', entry });
      if (entry.kind === 'draft') drafts = { ...drafts, [entry.key]: entry.text };
      keeper.keep(entry);
    }
    show({ entries, drafts });
    const isTyping = changes.every(({ kind }) => typing.has(kind));
    if (failures === 0) wake(isTyping ? TYPING_PAUSE_MS : 0, isTyping);
  };

  const adopt = (left: readonly OutboxEntry[]) => {
    const known = new Set(view.entries.map(({ key }) => key));
    const found = left.filter(({ key }) => !known.has(key));
    if (found.length === 0) return;
    const typed = found.flatMap((one) => (one.kind === 'draft' ? [[one.key, one.text] as const] : []));
    // What was typed here before this was read came later, even where the clock was set back meanwhile.
    const own = view.isRead ? view.entries : afterSeq(view.entries, found, deskId);
    for (const entry of own) if (!view.entries.includes(entry)) keeper.keep(entry);
    lastSeq = Math.max(lastSeq, ...own.map(({ seq }) => seq));
    show({
      entries: inOrder([...own, ...found]),
      drafts: { ...Object.fromEntries(typed), ...view.drafts },
    });
    wake(0);
  };

  const windows = createGoneWindows({
    deskId,
    storage,
    locks,
    adopt,
    isLeft: (gone) => view.entries.some((entry) => entry.deskId === gone) || keeper.isBusy(gone),
    onLooked: (opened) => {
      if (opened === null) outcome(false);
      keeper.retry();
      const isFirst = !view.isRead;
      const isNew = opened !== null && opened.length !== view.windows.length;
      if (isFirst || isNew) show({ isRead: true, windows: opened ?? view.windows });
      if (isFirst) wake(0);
    },
  });

  const readEarlier = async () => {
    const { entries = [], forget } = earlier?.() ?? {};
    if (entries.length === 0) return;
    adopt(entries);
    for (const entry of entries) keeper.keep(entry);
    await keeper.settled();
    if (entries.every(({ key }) => keeper.isKept(key))) forget?.();
  };

  const start = () => {
    isStopped = false;
    const leave = windows.start();
    readEarlier().catch(() => outcome(false));
    return () => {
      isStopped = true;
      clearTimeout(timer);
      leave();
    };
  };

  return {
    deskId,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    view: () => view,
    start,
    put,
    drop,
    retry: sendNow,
    flush: async (callId) => {
      failures = 0;
      await running;
      await run();
      return !view.entries.some((entry) => entry.callId === callId && entry.refusal === null);
    },
    takeOver: windows.takeOver,
    isAtRisk: () => view.entries.some(({ key }) => !keeper.isKept(key)),
    sendWith: (next) => {
      send = next;
      wake(0);
    },
  };
}

/** What the server renders: nothing is known of the reader's computer there. */
export function emptyOutboxView(): OutboxView {
  return nothingWaits;
}
