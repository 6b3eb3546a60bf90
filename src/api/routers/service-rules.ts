import { setServiceRules } from '../../domain/playbooks/set-service-rules';
import { setServiceRulesInput } from '../../domain/tenancy/model';
import { getServiceRules } from '../../domain/tenancy/service-rules-queries';
import { procedure, router } from '../trpc';

export const serviceRulesRouter = router({
  get: procedure.query(({ ctx }) => getServiceRules(ctx.actor)),
  set: procedure.input(setServiceRulesInput).mutation(({ ctx, input }) => setServiceRules(ctx.actor, input)),
});
