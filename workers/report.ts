import { engineActor } from '@/db/gate';
import { remindReport } from '@/domain/followups/remind-report';
import { tellCaller } from '@/domain/followups/tell-caller';
import type { Turn } from './connection';

/**
 * A contact who was asked to report back, or a caller whose matter is settled: the queue carries both, and whichever the
 * id is none of does nothing. Queued twice: the second time there is nothing left to do.
 */
export async function report({ organizationId, id }: Turn): Promise<void> {
  const actor = engineActor(organizationId);
  await remindReport(actor, id);
  await tellCaller(actor, id);
}
