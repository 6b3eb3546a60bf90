import { engineActor } from '@/db/gate';
import { tellHandover } from '@/domain/escalations/tell-handover';
import type { Turn } from './connection';

/** A schedule that somebody may have taken over. Queued twice: the second time nobody has. */
export async function handover({ organizationId, id }: Turn): Promise<void> {
  await tellHandover(engineActor(organizationId), id);
}
