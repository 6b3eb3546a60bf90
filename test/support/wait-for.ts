import { setTimeout as sleep } from 'node:timers/promises';

type Nothing = false | null | undefined;

/**
 * Asks again and again until there is an answer; fails with `what` when there is none after `ms`: long enough for a machine
 * that does three things at once.
 */
export async function waitFor<T>(
  what: string,
  condition: () => Promise<T | Nothing> | T | Nothing,
  ms = 20_000,
): Promise<T> {
  const giveUpAt = performance.now() + ms;
  for (;;) {
    const found = await condition();
    if (found !== false && found !== null && found !== undefined) return found;
    if (performance.now() > giveUpAt) throw new Error(`Waited ${ms} ms for ${what}.`);
    await sleep(15);
  }
}
