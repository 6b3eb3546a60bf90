import { newId } from '../../kernel/ids';
import {
  LONGEST_METHOD_DELAY_SECONDS,
  METHOD_DELAY_SECONDS,
  type ChatFormat,
  type ContactMethod,
  type ContactMethodInput,
} from './model';
import { shownAddress } from './shown-address';

/** Hosts of the incoming webhooks that chat programs hand out. */
const hosts: readonly [pattern: RegExp, format: ChatFormat][] = [
  [/(^|\.)slack\.com$/, 'slack'],
  [/(^|\.)(office|office365|powerplatform|azure)\.com$/, 'teams'],
  [/(^|\.)chat\.googleapis\.com$/, 'google_chat'],
];

/**
 * A contact's methods as they were typed, made whole: an id, the delay, the chat program. One that stays keeps what is
 * known of it: by its id if its channel and address are the same, also where the address is the one that lists show; or,
 * named without an id, by channel and address alone.
 */
export function newMethods(
  given: readonly ContactMethodInput[],
  present: readonly ContactMethod[] = [],
): ContactMethod[] {
  let delaySeconds = -METHOD_DELAY_SECONDS;
  const named = given.map(({ id }) => id);
  const left = new Set(present);
  return given.map((method) => {
    const { channel, address = '' } = method;
    const byDefault = Math.min(delaySeconds + METHOD_DELAY_SECONDS, LONGEST_METHOD_DELAY_SECONDS);
    delaySeconds = method.delaySeconds ?? byDefault;
    const alike = [...left].filter((one) => isSame(one, channel, address));
    const kept =
      alike.find(({ id }) => id === method.id) ??
      (method.id === undefined ? alike.find(({ id }) => !named.includes(id)) : undefined);
    if (kept !== undefined) left.delete(kept);
    const format = channel === 'chat' ? (method.format ?? kept?.format ?? formatOf(address)) : null;
    return {
      ...(kept ?? {
        id: newId(),
        channel,
        address,
        isVerified: false,
        isStopped: false,
        failure: null,
        hasSecret: false,
      }),
      delaySeconds,
      format,
    };
  });
}

function isSame(one: ContactMethod, channel: string, address: string): boolean {
  return one.channel === channel && (one.address === address || shownAddress(one) === address);
}

function formatOf(address: string): ChatFormat {
  const { hostname } = new URL(address);
  return hosts.find(([pattern]) => pattern.test(hostname))?.[1] ?? 'slack';
}
