import type { DeskLocks } from './desk-locks';
import type { OutboxEntry } from './outbox';
import type { OutboxStorage } from './outbox-storage';

/** A window that was just closed frees its lock a moment later; then it is looked for gone ones now and again. */
const LOOK_AFTER_MS = [500, 2_000];
const LOOK_EVERY_MS = 10_000;
/** A browser that does not even answer whether it keeps something must not hold up the sending. */
const LONGEST_READING_MS = 3_000;

export type GoneWindowsOptions = {
  /** This window. */
  deskId: string;
  storage: OutboxStorage;
  locks: DeskLocks;
  /** Takes what a gone window left into this window's outbox. */
  adopt: (left: readonly OutboxEntry[]) => void;
  /** Whether something of that window is still to be sent, or to be removed from the disk. */
  isLeft: (deskId: string) => boolean;
  /** After every look, with the windows that were opened in this browser; null: it does not tell. */
  onLooked: (windows: string[] | null) => void;
};

export type GoneWindows = {
  /** Whether that window is gone. What it left on this computer is then in this window's outbox. */
  takeOver: (deskId: string) => Promise<boolean>;
  /** Once nothing is left of that window, others may ask for it again. */
  letGo: (deskId: string) => void;
  /** Holds this window's own lock and looks around until the returned function is called. */
  start: () => () => void;
};

/** Cares for what windows of this member left unsent: each is adopted by one living window, so that nothing waits for ever. */
export function createGoneWindows(options: GoneWindowsOptions): GoneWindows {
  const { deskId, storage, locks, adopt, isLeft, onLooked } = options;
  const held = new Map<string, { release: () => void }>();
  const taking = new Map<string, Promise<boolean>>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const letGo = (gone: string) => {
    if (isLeft(gone) || taking.has(gone)) return;
    held.get(gone)?.release();
    held.delete(gone);
  };
  const take = async (gone: string): Promise<boolean> => {
    const lock = await locks.take(gone);
    if (lock === null) return false;
    held.set(gone, lock);
    adopt(await leftBy(storage, gone));
    return true;
  };
  const takeOver = (other: string): Promise<boolean> => {
    if (other === deskId) return Promise.resolve(false);
    const begun = taking.get(other);
    if (begun) return begun;
    if (held.has(other)) return Promise.resolve(true);
    const now = take(other).finally(() => {
      taking.delete(other);
      letGo(other);
    });
    taking.set(other, now);
    return now;
  };

  const lookAround = async (): Promise<string[] | null> => {
    try {
      for (const other of await storage.desks()) await takeOver(other);
      return await storage.windows();
    } catch {
      return null;
    }
  };
  const look = async () => {
    const limit = new Promise<null>((resolve) => setTimeout(() => resolve(null), LONGEST_READING_MS));
    onLooked(await Promise.race([lookAround(), limit]));
  };
  const enter = async () => {
    // Before anything is written under this name.
    await Promise.allSettled([storage.enter(deskId)]);
    await look();
  };
  const lookLater = ([next = LOOK_EVERY_MS, ...later]: readonly number[]) => {
    timer = setTimeout(() => {
      void look();
      lookLater(later);
    }, next);
  };

  return {
    takeOver,
    letGo,
    start: () => {
      const own = locks.take(deskId);
      void enter();
      lookLater(LOOK_AFTER_MS);
      return () => {
        clearTimeout(timer);
        void own.then((lock) => lock?.release());
      };
    },
  };
}

/** A browser that refuses to read has nothing to give. */
async function leftBy(storage: OutboxStorage, deskId: string): Promise<OutboxEntry[]> {
  try {
    return await storage.read(deskId);
  } catch {
    return [];
  }
}
