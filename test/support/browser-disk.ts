import type { DeskLocks } from '../../app/desk/desk-locks';
import type { OutboxEntry } from '../../app/desk/outbox';
import type { OutboxStorage } from '../../app/desk/outbox-storage';

const WRITE_MS = 3;

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const never = () => new Promise<never>(() => undefined);

/** One window as the browser sees it: when it crashes, what it was about to write or to hear is gone, and so are its locks. */
export class BrowserWindow {
  isAlive = true;
  canWrite = true;

  constructor(private readonly browser: Browser) {}

  crash(): void {
    this.isAlive = false;
    this.browser.freeLocksOf(this);
  }

  readonly locks: DeskLocks = {
    take: async (deskId) => (this.isAlive ? this.browser.take(deskId, this) : never()),
  };

  readonly storage: OutboxStorage = {
    enter: async (deskId) => void this.browser.windows.add(deskId),
    windows: async () => [...this.browser.windows],
    desks: async () => [...new Set([...this.browser.disk.values()].map(({ deskId }) => deskId))],
    read: async (deskId) => {
      await later(WRITE_MS);
      const all = [...this.browser.disk.values()].filter((one) => one.deskId === deskId);
      return structuredClone(all);
    },
    write: async (changes) => {
      await later(WRITE_MS);
      if (!this.isAlive) return never();
      if (!this.canWrite) throw new DOMException('The disk is full.', 'QuotaExceededError');
      for (const [key, { deskId, entry }] of changes) {
        const place = `${deskId} ${key}`;
        if (entry === null) this.browser.disk.delete(place);
        else this.browser.disk.set(place, structuredClone(entry));
      }
    },
  };
}

/** What outlives the windows of one browser: the disk, and the list of locks. */
export class Browser {
  readonly disk = new Map<string, OutboxEntry>();
  readonly windows = new Set<string>();
  private readonly holders = new Map<string, BrowserWindow>();

  open(): BrowserWindow {
    return new BrowserWindow(this);
  }

  take(deskId: string, window: BrowserWindow): { release: () => void } | null {
    if (this.holders.has(deskId)) return null;
    this.holders.set(deskId, window);
    return {
      release: () => {
        if (this.holders.get(deskId) === window) this.holders.delete(deskId);
      },
    };
  }

  freeLocksOf(window: BrowserWindow): void {
    for (const [deskId, holder] of this.holders) if (holder === window) this.holders.delete(deskId);
  }
}
