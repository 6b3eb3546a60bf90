import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import type { Channel as ChannelName } from '@/domain/notifications/model';
import type { WorkerSettings } from '../settings';
import { openCarrier } from './carrier';
import type { Channel } from './channel';
import { openChat } from './chat';
import { openEmail } from './email';
import { openInApp } from './in-app';
import { notConfigured } from './not-configured';
import { openPush } from './push';
import { openWebhook } from './webhook';

/** All channels as one: each delivery goes to its own. */
export function openChannels(settings: WorkerSettings): Required<Channel> {
  const { smtpUrl } = settings;
  const channels: Record<ChannelName, Channel> = {
    email: smtpUrl === undefined ? notConfigured('E-mail') : openEmail({ ...settings, smtpUrl }),
    ...openCarrier(settings),
    webhook: openWebhook(settings),
    chat: openChat(settings),
    push: openPush(settings),
    app: openInApp(),
  };
  const channelOf = ({ channel }: ClaimedDelivery) => channels[channel];
  return {
    send: (delivery) => channelOf(delivery).send(delivery),
    find: (delivery) => channelOf(delivery).find?.(delivery) ?? Promise.resolve({ kind: 'unknown' }),
    close() {
      for (const channel of Object.values(channels)) channel.close();
    },
  };
}
