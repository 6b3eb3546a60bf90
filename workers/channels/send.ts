import type { SendOutcome } from '@/domain/notifications/model';
import type { Channel } from './channel';
import { openEmail, type EmailSettings } from './email';

/** A channel that is not configured fails for good, at once and in words: the next step must not wait for it. */
export function openChannels(
  settings: Omit<EmailSettings, 'smtpUrl'> & { smtpUrl?: string | undefined },
): Channel {
  const { smtpUrl } = settings;
  const email = smtpUrl === undefined ? undefined : openEmail({ ...settings, smtpUrl });
  return {
    async send(delivery) {
      switch (delivery.channel) {
        case 'email':
          return email === undefined ? notConfigured('E-mail') : email.send(delivery);
        case 'sms':
          return notConfigured('SMS');
        case 'voice':
          return notConfigured('Voice');
      }
    },
    close() {
      email?.close();
    },
  };
}

function notConfigured(channel: string): SendOutcome {
  return { kind: 'failed_permanent', words: `${channel} is not configured on this installation.` };
}
