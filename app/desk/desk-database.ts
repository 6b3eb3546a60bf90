import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptDesk } from './kept-desk';
import type { OutboxEntry } from './outbox';

/** What this browser keeps for its desks. Everything is under the member's id: a computer may be shared. */
interface Shape extends DBSchema {
  /** By member, window and key. */
  entries: { key: [member: string, deskId: string, key: string]; value: OutboxEntry };
  /** The windows that were opened in this browser, and when (milliseconds). */
  windows: { key: [member: string, deskId: string]; value: number };
  /** Texts of fields that belong to no call, by name. */
  texts: { key: string; value: string };
  /** The latest state of the desk, by member. */
  desks: { key: string; value: KeptDesk };
}

export type DeskDatabase = IDBPDatabase<Shape>;

const VERSION = 1;
let opening: Promise<DeskDatabase> | undefined;

const openAnew = () => {
  opening = undefined;
};

/** The database of this browser, opened once. Rejects where the browser keeps nothing (a private window, a full disk). */
export function deskDatabase(): Promise<DeskDatabase> {
  opening ??= openDB<Shape>('calmline.desk', VERSION, {
    upgrade: (database) => {
      database.createObjectStore('entries');
      database.createObjectStore('windows');
      database.createObjectStore('texts');
      database.createObjectStore('desks');
    },
    // A newer page wants to change the shape: this one lets go, and opens again at its next write.
    blocking: (_current, _next, event) => {
      (event.target as IDBDatabase).close();
      openAnew();
    },
    terminated: openAnew,
  }).catch((error: unknown) => {
    openAnew();
    throw error;
  });
  return opening;
}
