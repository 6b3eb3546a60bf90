import { localMoments } from '../../kernel/local-time';
import type { Note } from '../calls/model';
import { callLog, type CallLog, type LoggedCall } from './call-log';
import { shortened } from './shortened';

/**
 * What is told of a correction that came after the message of its call: the new words first, then the point that they
 * correct, and which call it was.
 * @param notes the whole log, in order, the correction among them
 */
export function correctionLog(call: LoggedCall, notes: readonly Note[], correction: Note): CallLog {
  const clock = localMoments(call.clientTimeZone ?? 'UTC', call.ringAt);
  const whole = callLog({ call, notes, told: [], promises: [], escalations: [] });
  const corrected = notes.find(({ id }) => id === correction.correctsNoteId);
  const number = corrected === undefined ? 0 : notes.indexOf(corrected) + 1;
  return {
    subject: `Correction: ${whole.subject}`,
    facts: [
      `Correction ${clock(correction.at)} by ${correction.byName}: ${correction.text}`,
      ...(corrected === undefined
        ? []
        : [`It corrects point ${number} (${clock(corrected.at)}): “${shortened(corrected.text, 300)}”`]),
      // The caller, and when it was.
      ...whole.facts.slice(0, 2),
    ],
    points: [],
  };
}
