import { cancelCoverage } from '../../domain/oncall/cancel-coverage';
import { listCoverages } from '../../domain/oncall/change-queries';
import { createCoverage } from '../../domain/oncall/create-coverage';
import { coverageIdInput, createCoverageInput, scheduleIdInput } from '../../domain/oncall/model';
import { procedure, router } from '../trpc';

export const coveragesRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/coverages' } })
    .input(scheduleIdInput)
    .query(({ ctx, input }) => listCoverages(ctx.actor, input.scheduleId)),
  create: procedure
    .meta({ rest: { method: 'POST', path: '/coverages', status: 201 } })
    .input(createCoverageInput)
    .mutation(({ ctx, input }) => createCoverage(ctx.actor, input)),
  cancel: procedure
    .meta({ rest: { method: 'DELETE', path: '/coverages/{coverageId}' } })
    .input(coverageIdInput)
    .mutation(({ ctx, input }) => cancelCoverage(ctx.actor, input)),
});
