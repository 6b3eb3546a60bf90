import type { ContactChannel } from './model';

/** Stands for the part of a web address that is not told. */
const HIDDEN = '/…';

/** Whoever knows the whole web address of a webhook can post to it: lists show its host alone. */
export function shownAddress({ channel, address }: { channel: ContactChannel; address: string }): string {
  return channel === 'webhook' || channel === 'chat' ? `${new URL(address).origin}${HIDDEN}` : address;
}

/** Whether an address is what a list shows in place of the real one. */
export function isShownOnly(address: string): boolean {
  return address.endsWith(HIDDEN);
}
