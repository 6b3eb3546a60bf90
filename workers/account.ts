import { engineActor } from '@/db/gate';
import { deliverAccount } from '@/domain/reports/deliver-account';
import type { Turn } from './connection';

/** An account of a day or a week (its subscription: `id`) that is due. Queued twice: the second time there is nothing left to do. */
export async function account({ organizationId, id }: Turn): Promise<void> {
  await deliverAccount(engineActor(organizationId), id);
}
