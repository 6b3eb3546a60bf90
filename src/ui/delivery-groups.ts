import type { DeliveryCard } from '@/domain/notifications/model';
import { isPhoneChannel } from './channel-words';

/** Everything sent to one person at one step, in the order in which it is tried. */
export type PersonTried = {
  id: string;
  name: string;
  deliveries: DeliveryCard[];
  /** Every message to this person failed for good, or was set aside. */
  isUnreached: boolean;
};

/** Whom one step of one round tells. */
export type StepTried = { cycle: number; step: number; people: PersonTried[] };

/** The messages of an escalation by step and by person, the newest step first. `deliveries` come newest first. */
export function deliveryGroups(deliveries: readonly DeliveryCard[]): StepTried[] {
  const steps = new Map<string, StepTried>();
  for (const delivery of [...deliveries].reverse()) {
    const { cycle, step, recipientId, recipientName } = delivery;
    const place = `${cycle}:${step}`;
    const group = steps.get(place) ?? { cycle, step, people: [] };
    steps.set(place, group);
    const id = recipientId ?? recipientName;
    const known = group.people.find((person) => person.id === id);
    if (known) known.deliveries.push(delivery);
    else group.people.push({ id, name: recipientName, deliveries: [delivery], isUnreached: false });
  }
  for (const { people } of steps.values()) {
    for (const person of people) {
      person.isUnreached = person.deliveries.every(
        ({ state, setAsideAt }) => state === 'failed_permanent' || setAsideAt !== null,
      );
    }
  }
  return [...steps.values()].sort((one, other) => other.cycle - one.cycle || other.step - one.step);
}

/** The numbers at which a person can be dialled by hand: those of the messages, then those otherwise known. */
export function numbersOf(person: Pick<PersonTried, 'deliveries'>, known: readonly string[] = []): string[] {
  const own = person.deliveries.filter(({ channel }) => isPhoneChannel(channel)).map(({ to }) => to);
  return [...new Set([...own, ...known])];
}
