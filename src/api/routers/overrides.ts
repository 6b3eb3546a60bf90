import { cancelOverride } from '../../domain/oncall/cancel-override';
import { listOverrides } from '../../domain/oncall/change-queries';
import { createOverride } from '../../domain/oncall/create-override';
import { createOverrideInput, listOverridesInput, overrideIdInput } from '../../domain/oncall/model';
import { procedure, router } from '../trpc';

export const overridesRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/overrides' } })
    .input(listOverridesInput)
    .query(({ ctx, input }) => listOverrides(ctx.actor, input)),
  create: procedure
    .meta({ rest: { method: 'POST', path: '/overrides', status: 201 } })
    .input(createOverrideInput)
    .mutation(({ ctx, input }) => createOverride(ctx.actor, input)),
  cancel: procedure
    .meta({ rest: { method: 'DELETE', path: '/overrides/{overrideId}' } })
    .input(overrideIdInput)
    .mutation(({ ctx, input }) => cancelOverride(ctx.actor, input)),
});
