import type { Channel } from '@/domain/notifications/model';
import { isPhoneChannel } from './channel-words';
import { Phone } from './phone';

/** Where a message goes: a number as a link that dials; nothing for channels that need no address. */
export function ChannelAddress({ channel, address }: { channel: Channel; address: string }) {
  if (isPhoneChannel(channel)) return <Phone number={address} isLink />;
  return address === '' ? null : <span className="break-all">{address}</span>;
}
