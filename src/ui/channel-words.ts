import type { Channel } from '@/domain/notifications/model';

/** What a person calls the way a message travels. */
export const channelWords: Record<Channel, string> = {
  email: 'E-mail',
  sms: 'SMS',
  voice: 'Phone call',
  webhook: 'Webhook',
  chat: 'Chat',
  app: 'Message in Calmline',
  push: 'Notification on a device',
};

/** Whether the address of such a message is a number that can be dialled. */
export function isPhoneChannel(channel: Channel): boolean {
  return channel === 'sms' || channel === 'voice';
}
