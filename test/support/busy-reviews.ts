import { reviewEscalation } from '../../src/domain/reviews/review-escalation';
import { loadActionsOf } from '../../src/domain/reviews/action-queries';
import { saveView } from '../../src/domain/reviews/save-view';
import { readTx } from '../../src/db/transaction';
import { coachedCalls } from './busy-coaching';
import type { Tenant } from './world';

/** An escalation that was looked at, with something for the client to mend, and a view of the team; and calls that were coached. */
export async function reviewedEscalation(tenant: Tenant, escalationId: string) {
  const { admin } = tenant.actors;
  await reviewEscalation(admin, {
    escalationId,
    verdict: 'too_slow',
    coachingNote: 'Ring the deputy at once when the first number is engaged.',
    action: { kind: 'contact_data', words: 'The second number is out of service.' },
  });
  const [action] = await readTx(admin, (tx) => loadActionsOf(tx, escalationId));
  const view = {
    screen: 'escalations' as const,
    scope: 'team' as const,
    name: 'Too slow',
    query: 'verdict=too_slow',
  };
  const coached = await coachedCalls(tenant);
  return { actionId: action?.id ?? '', viewId: (await saveView(admin, view)).id, ...coached };
}
