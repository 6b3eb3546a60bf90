import { acknowledgeEscalation } from '../../domain/escalations/acknowledge-escalation';
import { answeredEscalation } from '../../domain/escalations/answered-escalation';
import { cancelEscalation } from '../../domain/escalations/cancel-escalation';
import { declineEscalation } from '../../domain/escalations/decline-escalation';
import { markRead } from '../../domain/escalations/mark-read';
import {
  acknowledgeInput,
  escalationIdInput,
  listEscalationsInput,
  previewEscalationInput,
  recordPatchInput,
  reopenEscalationInput,
  skipStepInput,
  startEscalationInput,
} from '../../domain/escalations/model';
import { previewEscalation } from '../../domain/escalations/policy-queries';
import { getEscalation, listEscalations } from '../../domain/escalations/queries';
import { recordPatch } from '../../domain/escalations/record-patch';
import { reopenEscalation } from '../../domain/escalations/reopen-escalation';
import { resolveEscalation } from '../../domain/escalations/resolve-escalation';
import { skipStep } from '../../domain/escalations/skip-step';
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
    .input(acknowledgeInput)
    .mutation(async ({ ctx, input }) => {
      const via = input.via ?? (ctx.actor.kind === 'api_key' ? 'api' : 'app');
      return answeredEscalation(await acknowledgeEscalation(ctx.actor, { ...input, via }));
    }),
  decline: procedure
    .meta({ rest: { method: 'POST', path: '/escalations/{escalationId}/decline' } })
    .input(skipStepInput)
    .mutation(async ({ ctx, input }) => answeredEscalation(await declineEscalation(ctx.actor, input))),
  skip: procedure
    .meta({ rest: { method: 'POST', path: '/escalations/{escalationId}/next' } })
    .input(skipStepInput)
    .mutation(({ ctx, input }) => skipStep(ctx.actor, input)),
  patch: procedure
    .meta({ rest: { method: 'POST', path: '/escalations/{escalationId}/patches' } })
    .input(recordPatchInput)
    .mutation(({ ctx, input }) => recordPatch(ctx.actor, input)),
  read: procedure
    .input(escalationIdInput)
    .mutation(({ ctx, input }) => markRead(ctx.actor, input.escalationId)),
  resolve: procedure
    .meta({ rest: { method: 'POST', path: '/escalations/{escalationId}/resolve' } })
    .input(escalationIdInput)
    .mutation(({ ctx, input }) => resolveEscalation(ctx.actor, input.escalationId)),
  reopen: procedure
    .meta({ rest: { method: 'POST', path: '/escalations/{escalationId}/reopen' } })
    .input(reopenEscalationInput)
    .mutation(({ ctx, input }) => reopenEscalation(ctx.actor, input)),
  cancel: procedure
    .meta({ rest: { method: 'POST', path: '/escalations/{escalationId}/cancel' } })
    .input(escalationIdInput)
    .mutation(({ ctx, input }) => cancelEscalation(ctx.actor, input.escalationId)),
});
