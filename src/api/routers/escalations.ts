import { acknowledgeEscalation } from '../../domain/escalations/acknowledge-escalation';
import { cancelEscalation } from '../../domain/escalations/cancel-escalation';
import { declineEscalation } from '../../domain/escalations/decline-escalation';
import {
  escalationIdInput,
  listEscalationsInput,
  previewEscalationInput,
  startEscalationInput,
} from '../../domain/escalations/model';
import { getEscalation, listEscalations, previewEscalation } from '../../domain/escalations/queries';
import { resolveEscalation } from '../../domain/escalations/resolve-escalation';
import { startEscalation } from '../../domain/escalations/start-escalation';
import { procedure, router } from '../trpc';

export const escalationsRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/escalations' } })
    .input(listEscalationsInput)
    .query(({ ctx, input }) => listEscalations(ctx.actor, input)),
  get: procedure
    .meta({ rest: { method: 'GET', path: '/escalations/{escalationId}' } })
    .input(escalationIdInput)
    .query(({ ctx, input }) => getEscalation(ctx.actor, input.escalationId)),
  preview: procedure
    .input(previewEscalationInput)
    .query(({ ctx, input }) => previewEscalation(ctx.actor, input)),
  start: procedure
    .meta({ rest: { method: 'POST', path: '/escalations', status: 201 } })
    .input(startEscalationInput)
    .mutation(({ ctx, input }) => startEscalation(ctx.actor, input)),
  acknowledge: procedure
    .meta({ rest: { method: 'POST', path: '/escalations/{escalationId}/acknowledge' } })
    .input(escalationIdInput)
    .mutation(({ ctx, input }) =>
      acknowledgeEscalation(ctx.actor, input.escalationId, ctx.actor.kind === 'api_key' ? 'api' : 'app'),
    ),
  decline: procedure
    .input(escalationIdInput)
    .mutation(({ ctx, input }) => declineEscalation(ctx.actor, input.escalationId)),
  resolve: procedure
    .meta({ rest: { method: 'POST', path: '/escalations/{escalationId}/resolve' } })
    .input(escalationIdInput)
    .mutation(({ ctx, input }) => resolveEscalation(ctx.actor, input.escalationId)),
  cancel: procedure
    .meta({ rest: { method: 'POST', path: '/escalations/{escalationId}/cancel' } })
    .input(escalationIdInput)
    .mutation(({ ctx, input }) => cancelEscalation(ctx.actor, input.escalationId)),
});
