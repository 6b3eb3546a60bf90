import { engineActor } from '@/db/gate';
import { advanceEscalation } from '@/domain/escalations/advance-escalation';
import type { Turn } from './connection';
import { pass } from './moments';

/** What an escalation is due for. Queued twice, or too late: the second time nothing is due. */
export async function advance({ organizationId, id }: Turn): Promise<void> {
  pass('before advance');
  await advanceEscalation(engineActor(organizationId), id);
  pass('advanced');
}
