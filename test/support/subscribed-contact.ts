import { setSubscriptionInput } from '../../src/domain/reports/model';
import { setSubscription } from '../../src/domain/reports/set-subscription';
import type { Tenant } from './world';

const evening = { cadence: 'daily', time: '18:00', timeZone: 'Europe/Berlin' };

/** Someone is given the account of each day. */
export async function subscribedContact({ actors, contact }: Tenant): Promise<string> {
  const input = setSubscriptionInput.parse({ ...evening, contactId: contact.id });
  return (await setSubscription(actors.admin, input)).id;
}
