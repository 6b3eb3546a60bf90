import type { Disposition, ReadBackResolution } from './model';

const dispositions: Record<Disposition, { words: string; hint: string }> = {
  informed: { words: 'Informed', hint: 'The caller got the approved answer' },
  message_taken: { words: 'Message taken', hint: 'The client reads it in the log' },
  escalated: { words: 'Escalated', hint: 'The responsible contact is being told' },
  callback_promised: { words: 'Callback promised', hint: 'Somebody rings the caller back' },
  wrong_number: { words: 'Wrong number', hint: 'Not for this client' },
  caller_hung_up: { words: 'Caller hung up', hint: 'Before it was settled' },
  ended_for_abuse: { words: 'Ended for abuse', hint: 'After the boundary was named' },
};

const readBacks: Record<ReadBackResolution, string> = {
  agreed: 'Caller agrees',
  total: 'Caller agrees, settled',
  pending: 'Caller agrees, still open',
};

/** How a call ended, on every screen and in its log; the hint says when to choose it. */
export function dispositionWords(disposition: Disposition): { words: string; hint: string } {
  return dispositions[disposition];
}

/** What the caller said to the outcome that was read back. */
export function readBackWords(resolution: ReadBackResolution): string {
  return readBacks[resolution];
}
