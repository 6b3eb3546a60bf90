import { sendCode } from '../../src/domain/notifications/send-code';
import { roles, type Role } from '../../src/kernel/actor';
import type { BusyDay } from './busy-day';
import { browserSubscription, memberContact, methodOf, subscribedDevice } from './reached-contact';
import type { World } from './world';

type Write = [may: readonly Role[], input: (own: BusyDay, asker: Role) => unknown];

/** Who may prove addresses, read messages in the product and have devices woken; for test/domain/roles.test.ts. */
export function reachWrites(world: () => World, keepers: readonly Role[]): Record<string, Write> {
  const newMethod = async (channel: 'email' | 'webhook') => {
    const methodId = methodOf(await memberContact(world(), 'client_admin'), channel);
    return { methodId };
  };

  const sentCode = async () => {
    const { methodId } = await newMethod('email');
    await sendCode(world().actors.admin, { methodId });
    const [sent] = await world().ownerSql<{ code: string }[]>`
      select message->>'code' as code from deliveries where method_id = ${methodId}`;
    return { methodId, code: sent?.code ?? '' };
  };

  const ownDevice = async (role: Role) => {
    const { id } = await subscribedDevice(world().actors[role]);
    return { subscriptionId: id };
  };

  return {
    'contacts.sendCode': [keepers, () => newMethod('email')],
    'contacts.verify': [keepers, () => sentCode()],
    'contacts.renewSecret': [keepers, () => newMethod('webhook')],
    'inbox.markRead': [roles, () => ({})],
    'push.subscribe': [roles, () => browserSubscription()],
    'push.unsubscribe': [roles, (_, asker) => ownDevice(asker)],
  };
}
