import type { ClaimedDelivery } from '@/domain/notifications/claim-delivery';
import type { SendOutcome } from '@/domain/notifications/model';
import { openEmail, type EmailSettings } from './email';

/** Hands one message to its provider. What the provider says, or its silence, is an outcome and never an exception. */
export type Send = (delivery: ClaimedDelivery) => Promise<SendOutcome>;

export type Channels = {
  send: Send;
  /** Breaks off what is being handed over. */
  close(): void;
};

/** A channel that is not configured fails for good, at once and in words: the next step must not wait for it. */
export function openChannels(
  settings: Omit<EmailSettings, 'smtpUrl'> & { smtpUrl?: string | undefined },
): Channels {
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
