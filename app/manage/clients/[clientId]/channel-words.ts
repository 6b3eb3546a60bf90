import type { ContactChannel } from '@/domain/contacts/model';

export const channelWords: Record<ContactChannel, string> = {
  email: 'E-mail',
  sms: 'SMS',
  voice: 'Phone call',
};
