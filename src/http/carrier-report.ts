import type { DeliveryReport } from '../domain/notifications/model';

/** Twilio's codes of messages that did not arrive (twilio.com/docs/api/errors), in words for people. */
const reasons: Partial<Record<string, string>> = {
  21610: 'This person answered STOP. Nothing can be sent to that number until they send START.',
  30003: 'The telephone is switched off or out of reach.',
  30004: 'The number is blocked, or its owner refuses such messages.',
  30005: 'The number is not in use.',
  30006: 'That is a landline, or its network takes no text messages.',
  30007: 'The network took the text message for spam.',
  30008: 'The network did not say why.',
  30034: 'Our number is not registered for messages to that country.',
};

const sentence = (code: string | undefined) =>
  code === undefined
    ? 'The network did not say why.'
    : (reasons[code] ?? `The carrier reports error ${code}.`);

/** What a status callback says of a text message or a call; null: nothing is decided yet. */
export function readReport(fields: Record<string, string>): DeliveryReport | null {
  const { MessageStatus, ErrorCode, CallStatus } = fields;
  if (MessageStatus !== undefined) return ofMessage(MessageStatus, ErrorCode);
  return ofCall(CallStatus ?? '');
}

function ofMessage(status: string, code: string | undefined): DeliveryReport | null {
  switch (status) {
    case 'delivered':
    case 'read':
      return { kind: 'delivered' };
    case 'undelivered':
      return { kind: 'failed', words: `The text message did not arrive. ${sentence(code)}`, isFinal: true };
    case 'failed':
      return {
        kind: 'failed',
        words: `The text message could not be sent. ${sentence(code)}`,
        isFinal: true,
      };
    default:
      return null;
  }
}

/** Somebody or something picked up: `delivered` says no more than that. */
function ofCall(status: string): DeliveryReport | null {
  switch (status) {
    case 'in-progress':
    case 'completed':
      return { kind: 'delivered' };
    case 'busy':
      return { kind: 'failed', words: 'The line was busy.', isFinal: false };
    case 'no-answer':
      return { kind: 'failed', words: 'Nobody picked up.', isFinal: false };
    case 'canceled':
      return { kind: 'failed', words: 'The call was broken off before anybody picked up.', isFinal: false };
    case 'failed':
      return { kind: 'failed', words: 'The number could not be called.', isFinal: true };
    default:
      return null;
  }
}
