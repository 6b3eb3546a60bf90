import type {
  CallerMessage,
  CodeMessage,
  DeliveryCause,
  DeliveryMessage,
  EscalationMessage,
  NoticeMessage,
} from './model';

type Sent = { cause: DeliveryCause; message: DeliveryMessage };
type With<Delivery, Message> = Delivery & { message: Message };

export function isEscalationMessage<D extends Sent>(delivery: D): delivery is With<D, EscalationMessage> {
  return delivery.cause === 'escalation';
}

export function isNoticeMessage<D extends Sent>(delivery: D): delivery is With<D, NoticeMessage> {
  return delivery.cause === 'notice';
}

export function isCodeMessage<D extends Sent>(delivery: D): delivery is With<D, CodeMessage> {
  return delivery.cause === 'code';
}

export function isCallerMessage<D extends Sent>(delivery: D): delivery is With<D, CallerMessage> {
  return delivery.cause === 'caller';
}

/** What a message is, by what it says. */
export function causeOfMessage(message: DeliveryMessage): DeliveryCause {
  if ('subject' in message) return 'notice';
  if ('code' in message) return 'code';
  if ('words' in message) return 'caller';
  return 'urgency' in message ? 'escalation' : 'event';
}

/** What goes first when not everything can. Somebody sits and waits for a code: that is as urgent as anything but an emergency. */
export function priorityOfMessage(message: DeliveryMessage): number {
  if ('code' in message) return 1;
  if ('words' in message) return 2;
  if (!('urgency' in message)) return 3;
  if (message.urgency === 'emergency') return 0;
  return message.urgency === 'routine' ? 2 : 1;
}
