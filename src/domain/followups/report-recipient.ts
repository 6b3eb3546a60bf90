import type { Contact, ContactMethod } from '../contacts/model';

/** Who reads a notice there can act on it at once. */
const ORDER = ['sms', 'email', 'chat', 'push', 'app', 'voice', 'webhook'] as const;

/**
 * By what a contact is reminded: by the way they answered, while it carries; else by the first way a person reads.
 * undefined: by none.
 */
export function reportMethod(
  { methods, membershipId }: Pick<Contact, 'methods' | 'membershipId'>,
  answeredMethodId: string | null,
): ContactMethod | undefined {
  const isUsable = ({ channel, isStopped }: ContactMethod) =>
    !isStopped && ((channel !== 'app' && channel !== 'push') || membershipId !== null);
  const usable = methods.filter(isUsable);
  const answered = usable.find(({ id }) => id === answeredMethodId);
  if (answered !== undefined) return answered;
  return usable.toSorted((a, b) => ORDER.indexOf(a.channel) - ORDER.indexOf(b.channel))[0];
}
