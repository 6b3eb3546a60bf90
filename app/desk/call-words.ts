import type { CallCard, Mood, RouteReason, Urgency } from '@/domain/calls/model';

export const routeWords: Record<RouteReason, string> = {
  overflow: 'Overflow',
  after_hours: 'After hours',
  direct: 'Direct call',
};

export const moodWords: Record<Mood, string> = {
  calm: 'Calm',
  upset: 'Upset',
  angry: 'Angry',
  abusive: 'Abusive',
};

export const urgencyWords: Record<Urgency, string> = {
  routine: 'Routine',
  urgent: 'Urgent',
  emergency: 'Emergency',
};

export function callName(call: CallCard): string {
  return call.clientName ?? 'Unrecognised number';
}

/** The first sentence: the number's own phrase, else one made of the client's name, else one that fits anybody. */
export function greetingOf(call: CallCard): string {
  if (call.answerPhrase !== '') return call.answerPhrase;
  if (call.clientName !== null) return `Good day, this is ${call.clientName}. How may I help you?`;
  return 'Good day, you have reached the answering service. Whom would you like to reach?';
}

/** What to do on a number that belongs to no client. */
export const unrecognisedScript = [
  'Ask whom the caller wants to reach, and repeat it back.',
  'Take the caller’s name, number and message.',
  'Say: “Thank you. I will pass this on today.” Promise nothing else.',
] as const;

export function earlierWords(earlierCalls: number): string {
  if (earlierCalls === 0) return 'No earlier call from this number in 24 hours';
  return earlierCalls === 1 ? '1 earlier call in 24 hours' : `${earlierCalls} earlier calls in 24 hours`;
}
