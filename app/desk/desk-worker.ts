import { forgetKeptDesks } from './desk-cache';

/** Whether this page came out of the browser's keeping, because the server did not answer; see src/http/desk-worker-program.mjs. */
export function isKeptPage(): boolean {
  return document.documentElement.dataset.kept !== undefined;
}

/**
 * Lets the browser keep this desk, its program and its page for a reload without the server. The page is this
 * member's: another one's who used this computer before is replaced.
 * @returns false where the browser cannot (a page that came without TLS): then a reload needs the server
 */
export async function keepDeskPage(member: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register('/sw.js', { scope: '/desk', updateViaCache: 'none' });
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    active?.postMessage({ type: 'keep', member, loaded });
    return true;
  } catch {
    return false;
  }
}

/** On signing out: nobody who comes after sees this desk. Words that the server does not have yet stay, for their writer. */
export async function forgetDesk(): Promise<void> {
  const names = 'caches' in window ? await caches.keys() : [];
  await Promise.all(
    names.filter((name) => name.startsWith('calmline-desk')).map((name) => caches.delete(name)),
  );
  await forgetKeptDesks();
}
