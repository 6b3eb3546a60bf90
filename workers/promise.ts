import { engineActor } from '@/db/gate';
import { remindPromise } from '@/domain/followups/remind-promise';
import type { Turn } from './connection';

/** A promise of which somebody is to be reminded. Queued twice: the second time there is nothing left to do. */
export async function promise({ organizationId, id }: Turn): Promise<void> {
  await remindPromise(engineActor(organizationId), id);
}
