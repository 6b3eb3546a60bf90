import { deskDatabase } from './desk-database';
import { joined, type OutboxEntry } from './outbox';

/** Changes of what is kept, by key; null forgets the entry. */
export type Kept = ReadonlyMap<string, { deskId: string; entry: OutboxEntry | null }>;

/** Where the entries of one member are kept on this computer. */
export type OutboxStorage = {
  /** Says that a window of this name is in this browser. */
  enter: (deskId: string) => Promise<void>;
  /** The windows that were opened in this browser in the last days: a free lock of theirs means that they are gone. */
  windows: () => Promise<string[]>;
  /** The windows that left entries here, this one included. */
  desks: () => Promise<string[]>;
  /** What a window left. Waits for whatever that window was just writing. */
  read: (deskId: string) => Promise<OutboxEntry[]>;
  /** All of it or nothing; answers once it is on the disk. */
  write: (changes: Kept) => Promise<void>;
};

/** A draft that is older is adopted by the server's word alone. */
const KEEP_NAMES_MS = 7 * 24 * 60 * 60_000;

/** IndexedDB. Keys carry the member, so that on a shared computer nobody sends another person's words. */
export function browserStorage(member: string): OutboxStorage {
  const all = (deskId?: string) =>
    deskId === undefined
      ? IDBKeyRange.bound([member], [member, []])
      : IDBKeyRange.bound([member, deskId], [member, deskId, []]);
  return {
    enter: async (deskId) => {
      const transaction = (await deskDatabase()).transaction('windows', 'readwrite');
      const { store, done } = transaction;
      const now = Date.now();
      await store.put(now, [member, deskId]);
      for (let cursor = await store.openCursor(); cursor !== null; cursor = await cursor.continue()) {
        if (cursor.value < now - KEEP_NAMES_MS) await cursor.delete();
      }
      await done;
    },
    windows: async () =>
      (await (await deskDatabase()).getAllKeys('windows', all())).map(([, deskId]) => deskId),
    desks: async () => {
      const keys = await (await deskDatabase()).getAllKeys('entries', all());
      return [...new Set(keys.map(([, deskId]) => deskId))];
    },
    read: async (deskId) => {
      // To write, although nothing is: such transactions come after one that a dead window had begun to commit.
      const transaction = (await deskDatabase()).transaction('entries', 'readwrite');
      const [entries] = await Promise.all([transaction.store.getAll(all(deskId)), transaction.done]);
      return entries;
    },
    write: async (changes) => {
      const transaction = (await deskDatabase()).transaction('entries', 'readwrite', {
        durability: 'strict',
      });
      const { store, done } = transaction;
      const requests = [...changes].map(async ([key, { deskId, entry }]) => {
        if (entry === null) await store.delete([member, deskId, key]);
        else await store.put(entry, [member, deskId, key]);
      });
      transaction.commit();
      await Promise.all([...requests, done]);
    },
  };
}

const EARLIER = 'calmline.desk';

/**
 * What a page of an earlier release left unsent in this browser, as changes of `deskId`; `forget` once they are kept.
 * Text that is no entry is left alone.
 */
export function earlierEntries(
  member: string,
  deskId: string,
): { entries: OutboxEntry[]; forget: () => void } {
  const prefix = `${EARLIER}.${member}.`;
  const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  const found = names.flatMap((name) => {
    const entry = parse(localStorage.getItem(name));
    return entry === null ? [] : [{ name, entry }];
  });
  const inTime = found.sort((a, b) => a.entry.madeAt - b.entry.madeAt);
  return {
    entries: inTime.map(({ entry: { madeAt, ...change } }) =>
      joined([], change, { deskId, seq: madeAt, madeAt }),
    ),
    forget: () => {
      for (const { name } of found) localStorage.removeItem(name);
    },
  };
}

function parse(text: string | null): OutboxEntry | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    const isEntry =
      typeof value === 'object' && value !== null && 'key' in value && 'kind' in value && 'callId' in value;
    return isEntry ? (value as OutboxEntry) : null;
  } catch {
    return null;
  }
}
