import { MINUTE } from '@/kernel/duration';
import { log } from '@/kernel/log';

/** For a fault that may come many times a second: it is told at once, then once a minute with how often it came. */
export function complaint(words: string): (error: unknown) => void {
  let toldAt = -Infinity;
  let untold = 0;
  return (error) => {
    if (performance.now() - toldAt < MINUTE) {
      untold += 1;
      return;
    }
    log().error({ err: error, untold }, words);
    toldAt = performance.now();
    untold = 0;
  };
}
