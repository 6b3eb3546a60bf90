import type { z } from 'zod';
import {
  METHOD_DELAY_SECONDS,
  LONGEST_METHOD_DELAY_SECONDS,
  type ChatFormat,
  type Contact,
  type ContactChannel,
  type createContactInput,
  type QuietHours,
} from '@/domain/contacts/model';

export type MethodDraft = {
  /** Of a method that is saved already; '' for a new one. */
  methodId: string;
  channel: ContactChannel;
  address: string;
  /** As the form's choice holds it. */
  delaySeconds: string;
  /** '': by the address. */
  format: ChatFormat | '';
};

/** When what is not urgent waits. */
export type HoursDraft = { timeZone: string; hasQuietHours: boolean; quietFrom: string; quietTo: string };

export type ContactDraft = HoursDraft & {
  name: string;
  title: string;
  membershipId: string;
  methods: MethodDraft[];
};

export function hoursDraft(contact?: Pick<Contact, 'timeZone' | 'quietHours'>): HoursDraft {
  const { from, to } = contact?.quietHours ?? { from: '22:00', to: '07:00' };
  return {
    timeZone: contact?.timeZone ?? '',
    hasQuietHours: contact !== undefined && contact.quietHours !== null,
    quietFrom: from,
    quietTo: to,
  };
}

export function hoursOf({ timeZone, hasQuietHours, quietFrom, quietTo }: HoursDraft): {
  timeZone: string | null;
  quietHours: QuietHours | null;
} {
  const quietHours = hasQuietHours ? { from: quietFrom, to: quietTo } : null;
  return { timeZone: timeZone === '' ? null : timeZone, quietHours };
}

/** A method that is tried after those of `before`. */
export function nextMethod(before: readonly MethodDraft[]): MethodDraft {
  const last = before.at(-1);
  const delay = last === undefined ? 0 : Number(last.delaySeconds) + METHOD_DELAY_SECONDS;
  const delaySeconds = String(Math.min(delay, LONGEST_METHOD_DELAY_SECONDS));
  return { methodId: '', channel: 'email', address: '', delaySeconds, format: '' };
}

export function contactDraft(contact?: Contact): ContactDraft {
  return {
    ...hoursDraft(contact),
    name: contact?.name ?? '',
    title: contact?.title ?? '',
    membershipId: contact?.membershipId ?? '',
    methods: contact?.methods.map(({ id, channel, address, delaySeconds, format }) => ({
      methodId: id,
      channel,
      address,
      delaySeconds: String(delaySeconds),
      format: format ?? '',
    })) ?? [nextMethod([])],
  };
}

/** Whether a method was left as it was offered: it was not meant. */
export function isBlank({ channel, address }: MethodDraft): boolean {
  return needsAddress(channel) && address.trim() === '';
}

/** In the product and on devices it is the person who signs in that counts. */
export function needsAddress(channel: ContactChannel): boolean {
  return channel !== 'app' && channel !== 'push';
}

/** What is sent to be saved; methods that were left blank are not. */
export function contactOf(draft: ContactDraft): Omit<z.input<typeof createContactInput>, 'clientId'> {
  const { name, title, membershipId, methods } = draft;
  return {
    name,
    title,
    ...hoursOf(draft),
    membershipId: membershipId === '' ? null : membershipId,
    methods: methods
      .filter((method) => !isBlank(method))
      .map(({ methodId, channel, address, delaySeconds, format }) => ({
        ...(methodId === '' ? {} : { id: methodId }),
        channel,
        address: needsAddress(channel) ? address : '',
        delaySeconds: Number(delaySeconds),
        ...(channel === 'chat' && format !== '' ? { format } : {}),
      })),
  };
}
