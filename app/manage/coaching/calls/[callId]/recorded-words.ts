import type { CallCard } from '@/domain/calls/model';
import { dispositionWords, readBackWords } from '@/domain/calls/outcome-words';
import type { Scoring } from '@/domain/coaching/model';

type Recorded = Pick<CallCard, 'answerPhrase' | 'readBack' | 'disposition'>;
type Times = Pick<Scoring, 'answerSeconds' | 'targetSeconds'>;

/** What the record itself says to one of the trade's criteria; null where it has nothing to say. */
export function recordedWords(criterionId: string, call: Recorded, times: Times): string | null {
  switch (criterionId) {
    case 'answer':
      return times.answerSeconds === null
        ? null
        : `Answered after ${times.answerSeconds} s; your service says ${times.targetSeconds} s.`;
    case 'greeting':
      return call.answerPhrase === '' ? null : `As written: “${call.answerPhrase}”`;
    case 'read_back':
      return call.readBack === null ? 'None is on record.' : `${readBackWords(call.readBack)}.`;
    case 'disposition':
      return call.disposition === null ? null : `Ended as: ${dispositionWords(call.disposition).words}.`;
    default:
      return null;
  }
}
