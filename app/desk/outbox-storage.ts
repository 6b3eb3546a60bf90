import type { OutboxEntry } from './outbox';

const PREFIX = 'calmline.desk';

/*
 * Every entry has its own key, so that two windows of one desk do not overwrite each other's entries; they may send
 * one twice, which the server takes as one. Keys carry the member, so that on a shared computer nobody sends another
 * person's words. Where storage is full or forbidden the entry lives in memory alone, and the desk says so.
 */
const storageKey = (member: string, key: string) => `${PREFIX}.${member}.${key}`;

export function storeEntry(member: string, entry: OutboxEntry): boolean {
  try {
    localStorage.setItem(storageKey(member, entry.key), JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
}

export function forgetEntry(member: string, key: string): boolean {
  try {
    localStorage.removeItem(storageKey(member, key));
    return true;
  } catch {
    return false;
  }
}

/** What an earlier page of this member left unsent. Text that is no entry is left alone. */
export function storedEntries(member: string): OutboxEntry[] {
  try {
    const prefix = storageKey(member, '');
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .flatMap((name) => parse(localStorage.getItem(name)));
  } catch {
    return [];
  }
}

function parse(text: string | null): OutboxEntry[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    const isEntry =
      typeof value === 'object' && value !== null && 'key' in value && 'kind' in value && 'callId' in value;
    return isEntry ? [value as OutboxEntry] : [];
  } catch {
    return [];
  }
}
