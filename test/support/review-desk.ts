import { acknowledgeEscalation } from '../../src/domain/escalations/acknowledge-escalation';
import { resolveEscalation } from '../../src/domain/escalations/resolve-escalation';
import { startEscalation } from '../../src/domain/escalations/start-escalation';
import { listReviewsInput, reviewEscalationInput } from '../../src/domain/reviews/model';
import { reviewEscalation } from '../../src/domain/reviews/review-escalation';
import { getReview, listReviews } from '../../src/domain/reviews/review-queries';
import type { Actor } from '../../src/kernel/actor';
import type { Tenant } from './world';

/** An account manager's desk: escalations of one client that ended, and what is thought of them. */
export function reviewDesk(tenant: Tenant) {
  const { operator, account_manager: manager, client_admin: contact } = tenant.actors;
  const clientId = tenant.client.id;

  const started = (summary = 'Salaries were paid twice.') =>
    startEscalation(operator, { clientId, urgency: 'urgent', summary });

  const resolved = async (summary?: string) => {
    const { id } = await started(summary);
    await acknowledgeEscalation(contact, { escalationId: id, via: 'app' });
    return resolveEscalation(contact, id);
  };

  const list = async (filter: object = {}) =>
    (await listReviews(manager, listReviewsInput.parse({ clientId, ...filter }))).items;

  return {
    started,
    resolved,
    list,
    idsOf: async (filter: object = {}) => (await list(filter)).map(({ id }) => id),
    review: (escalationId: string, more: object = {}, actor: Actor = manager) =>
      reviewEscalation(actor, reviewEscalationInput.parse({ escalationId, verdict: 'too_slow', ...more })),
    stateOf: async (escalationId: string) => (await getReview(manager, escalationId)).reviewState,
  };
}
