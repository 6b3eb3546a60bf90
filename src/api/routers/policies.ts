import { clearPolicy } from '../../domain/escalations/clear-policy';
import { clearPolicyInput, dryRunInput, policyOfInput, setPolicyInput } from '../../domain/escalations/model';
import { dryRunPolicy, getPolicy } from '../../domain/escalations/policy-queries';
import { setPolicy } from '../../domain/escalations/set-policy';
import { procedure, router } from '../trpc';

const path = '/clients/{clientId}/escalation-policy';

export const policiesRouter = router({
  get: procedure
    .meta({ rest: { method: 'GET', path } })
    .input(policyOfInput)
    .query(({ ctx, input }) => getPolicy(ctx.actor, input)),
  set: procedure
    .meta({ rest: { method: 'PUT', path } })
    .input(setPolicyInput)
    .mutation(({ ctx, input }) => setPolicy(ctx.actor, input)),
  clear: procedure
    .meta({ rest: { method: 'DELETE', path } })
    .input(clearPolicyInput)
    .mutation(({ ctx, input }) => clearPolicy(ctx.actor, input)),
  // Changes nothing; programs ask with a body, because a whole policy is no part of an address.
  dryRun: procedure
    .meta({ rest: { method: 'POST', path: `${path}/dry-run` } })
    .input(dryRunInput)
    .query(({ ctx, input }) => dryRunPolicy(ctx.actor, input)),
});
