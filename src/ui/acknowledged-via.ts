import type { AcknowledgementChannel } from '@/domain/escalations/model';

/** How somebody said that they have it. */
export const viaWords: Record<AcknowledgementChannel, string> = {
  link: 'by the link in the message',
  app: 'in Calmline',
  api: 'through a program',
  sms: 'by SMS',
  voice: 'by a key in the call',
  email: 'by e-mail',
  patched: 'patched through',
  spoken: 'spoken to',
};
