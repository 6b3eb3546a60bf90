import type { Delivery } from './claimed-delivery';
import type { DueDelivery } from './due-delivery';
import type { Channel } from './model';

/** One message: what it is about first of all, and what travels with it. */
export type Envelope = {
  carrier: DueDelivery;
  companions: DueDelivery[];
  /** A worker died with this very envelope in its hands: its provider can be asked for it. */
  wasInterrupted: boolean;
};

/** So many escalations that wait for one address travel together. */
const FEWEST = 3;

const BUNDLED: readonly Channel[] = ['email', 'sms', 'voice', 'chat'];

function isBundled({ cause, channel }: Pick<Delivery, 'cause' | 'channel'>): boolean {
  return cause === 'escalation' && BUNDLED.includes(channel);
}

/** Who may find whose escalation in the same message: a contact those of one client, an account manager all. */
function placeOf({ channel, address, clientId, methodId, recipientId }: Delivery): string {
  return [channel, methodId === recipientId ? '' : clientId, address].join(' ');
}

const firstOf = (a: DueDelivery, b: DueDelivery) =>
  a.delivery.priority - b.delivery.priority || (a.delivery.id < b.delivery.id ? -1 : 1);

const envelopeOf = ({ id, bundleId }: Delivery) => bundleId ?? id;

/**
 * Which messages go, each row in one of them. An envelope that was lost with its worker goes again as it was, so that its
 * provider can be asked for it; what waits fills new ones. Only what is wanted goes; the others merely travel along.
 */
export function sortIntoEnvelopes(
  wanted: readonly DueDelivery[],
  others: readonly DueDelivery[],
): Envelope[] {
  const all = [...wanted, ...others];
  const lost = all.filter(({ delivery }) => delivery.state === 'sending');
  const carriers = new Map(
    lost.flatMap((due) => (envelopeOf(due.delivery) === due.delivery.id ? [[due.delivery.id, due]] : [])),
  );
  const carrierOf = ({ delivery }: DueDelivery) =>
    delivery.state === 'sending' ? carriers.get(envelopeOf(delivery)) : undefined;
  const groups = new Map<string, DueDelivery[]>();
  for (const due of all) {
    const carrier = carrierOf(due);
    const place = isBundled(due.delivery) ? placeOf(due.delivery) : due.delivery.id;
    const key = carrier === undefined ? place : `lost ${carrier.delivery.id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [due]);
    else group.push(due);
  }
  const isWanted = new Set(wanted.map(({ delivery }) => delivery.id));
  return [...groups.values()].flatMap((group): Envelope[] => {
    const going = group.filter(({ delivery }) => isWanted.has(delivery.id));
    const [first, ...rest] = group.toSorted(firstOf);
    if (going.length === 0 || first === undefined) return [];
    const carrier = carrierOf(first);
    if (carrier !== undefined) {
      return [{ carrier, companions: group.filter((due) => due !== carrier), wasInterrupted: true }];
    }
    const isMany = isBundled(first.delivery) && group.length >= FEWEST;
    if (isMany) return [{ carrier: first, companions: rest, wasInterrupted: false }];
    return going.map((due) => ({ carrier: due, companions: [], wasInterrupted: false }));
  });
}
