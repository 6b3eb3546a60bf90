import type { OutboxEntry } from './outbox';
import type { Kept, OutboxStorage } from './outbox-storage';

export type OutboxKeeper = {
  keep: (entry: OutboxEntry) => void;
  forget: (entry: Pick<OutboxEntry, 'key' | 'deskId'>) => void;
  /** Tries again what could not be kept. */
  retry: () => void;
  /** Whether this entry, as it is now, stands on the disk. */
  isKept: (key: string) => boolean;
  /** Whether something of this window is still to be written. */
  isBusy: (deskId: string) => boolean;
  /** When nothing is being written any more. */
  settled: () => Promise<void>;
};

/**
 * Writes behind the keystroke, at once: what belongs to one moment goes into one transaction, and while one is under way
 * the newest state of each entry waits for the next. What could not be written waits too.
 */
export function createKeeper(storage: OutboxStorage, onOutcome: (isStored: boolean) => void): OutboxKeeper {
  const waiting = new Map<string, { deskId: string; entry: OutboxEntry | null }>();
  let underWay: Kept = new Map();
  let writing: Promise<void> | null = null;

  const writeAll = async () => {
    // All changes of one moment come first.
    await Promise.resolve();
    for (;;) {
      underWay = new Map(waiting);
      waiting.clear();
      const isStored = await isWritten(storage, underWay);
      if (!isStored) {
        for (const [key, change] of underWay) if (!waiting.has(key)) waiting.set(key, change);
      }
      underWay = new Map();
      const isDone = !isStored || waiting.size === 0;
      if (isDone) writing = null;
      onOutcome(isStored);
      if (isDone) return;
    }
  };
  const retry = () => {
    if (waiting.size > 0) writing ??= writeAll();
  };
  const change = ({ key, deskId }: Pick<OutboxEntry, 'key' | 'deskId'>, entry: OutboxEntry | null) => {
    waiting.set(key, { deskId, entry });
    retry();
  };

  return {
    keep: (entry) => change(entry, entry),
    forget: (entry) => change(entry, null),
    retry,
    isKept: (key) => !waiting.has(key) && !underWay.has(key),
    isBusy: (deskId) => [...waiting.values(), ...underWay.values()].some((one) => one.deskId === deskId),
    settled: async () => {
      while (writing !== null) await writing;
    },
  };
}

async function isWritten(storage: OutboxStorage, changes: Kept): Promise<boolean> {
  try {
    await storage.write(changes);
    return true;
  } catch {
    return false;
  }
}
