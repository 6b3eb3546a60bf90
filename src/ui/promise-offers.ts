import type { PromiseCard } from '@/domain/promises/model';
import {
  canBreakPromise,
  canCancelPromise,
  canKeepPromise,
  canRenegotiatePromise,
} from '@/domain/promises/policy';

/** Who looks at the screen, as far as the policies ask. */
export type PromiseReader = Parameters<typeof canCancelPromise>[0];

export type PromiseDeed = 'keep' | 'renegotiate' | 'break' | 'cancel';

/** What a reader may do about a promise, by the policies of the server: nothing once it has ended. */
export function promiseDeeds(reader: PromiseReader, promise: PromiseCard): PromiseDeed[] {
  if (promise.state !== 'open') return [];
  const may: Record<PromiseDeed, boolean> = {
    keep: canKeepPromise(reader, promise),
    renegotiate: canRenegotiatePromise(reader, promise),
    break: canBreakPromise(reader, promise),
    cancel: canCancelPromise(reader, promise),
  };
  return (Object.keys(may) as PromiseDeed[]).filter((deed) => may[deed]);
}
