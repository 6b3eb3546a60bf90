import { clientIdInput } from '../../domain/clients/model';
import { setPolicyInput } from '../../domain/escalations/model';
import { getPolicy } from '../../domain/escalations/queries';
import { setPolicy } from '../../domain/escalations/set-policy';
import { procedure, router } from '../trpc';

export const policiesRouter = router({
  get: procedure
    .meta({ rest: { method: 'GET', path: '/clients/{clientId}/escalation-policy' } })
    .input(clientIdInput)
    .query(({ ctx, input }) => getPolicy(ctx.actor, input.clientId)),
  set: procedure
    .meta({ rest: { method: 'PUT', path: '/clients/{clientId}/escalation-policy' } })
    .input(setPolicyInput)
    .mutation(({ ctx, input }) => setPolicy(ctx.actor, input)),
});
