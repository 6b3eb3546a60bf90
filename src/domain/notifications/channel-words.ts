import type { Channel } from './model';

const BY: Record<Channel, string> = {
  email: ' by e-mail',
  sms: ' by SMS',
  voice: ' by phone',
  webhook: ' by webhook',
  chat: ' in the chat',
  app: ' in the product',
  push: ' on their devices',
};

/** Whom a message was for and how it went there: "Tom Becker by SMS". */
export function recipientWords(delivery: { recipientName: string; channel: Channel }): string {
  return `${delivery.recipientName}${BY[delivery.channel]}`;
}

/** ", together with 11 others": what else its message carried. */
export function companionWords(companionCount: number): string {
  if (companionCount === 0) return '';
  return `, together with ${companionCount} ${companionCount === 1 ? 'other' : 'others'}`;
}
