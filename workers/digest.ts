import { engineActor } from '@/db/gate';
import { deliverDigest } from '@/domain/messages/deliver-digest';
import type { Turn } from './connection';

/** A client (`id`) whose messages are due. Queued twice: the second time there is nothing left to send. */
export async function digest({ organizationId, id }: Turn): Promise<void> {
  await deliverDigest(engineActor(organizationId), id);
}
