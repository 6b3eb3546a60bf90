import { localMoment } from '../../kernel/local-time';
import type { PromiseCard } from './model';

type Ended = Pick<PromiseCard, 'state' | 'endedAt' | 'endedByName' | 'clientTimeZone' | 'evidence'>;

/** For whoever comes too late: who ended the promise, when, and how. */
export function endedPromiseWords({ state, endedAt, endedByName, clientTimeZone, evidence }: Ended): string {
  const name = endedByName ?? 'Somebody';
  const at = endedAt === null ? '' : ` on ${localMoment(endedAt, clientTimeZone)}`;
  const words = evidence === '' ? '.' : `: ${evidence}`;
  switch (state) {
    case 'kept':
      return `${name} has kept this promise already${at}${words}`;
    case 'renegotiated':
      return `${name} has agreed on another promise with the caller${at}${words}`;
    case 'cancelled':
      return `${name} has called this promise off${at}${words}`;
    case 'broken':
    case 'open':
      return `${name} has ended this promise${at}: it was not kept.`;
  }
}
