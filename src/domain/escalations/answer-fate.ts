import type { AnswerOutcome, EscalationState } from './model';

type Asked = { state: EscalationState; runFromCycle: number };

/**
 * What an answer ("I have it", "I can't") still does. One to a message of an earlier run is stale: since then somebody
 * had it, did not resolve it in time, and people were told anew. Within a run, an answer to an older cycle counts.
 * @param cycle of the message that is answered; undefined: the answer is about the present
 */
export function answerFate(
  { state, runFromCycle }: Asked,
  cycle: number | undefined,
): 'counts' | Extract<AnswerOutcome['kind'], 'already' | 'stale' | 'cancelled'> {
  switch (state) {
    case 'cancelled':
      return 'cancelled';
    case 'acknowledged':
    case 'resolved':
      return 'already';
    case 'open':
    case 'unanswered':
      return cycle !== undefined && cycle < runFromCycle ? 'stale' : 'counts';
  }
}
