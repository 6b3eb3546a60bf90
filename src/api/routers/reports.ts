import { outcomesInput } from '../../domain/reports/model';
import { getOutcomes } from '../../domain/reports/outcome-queries';
import { getWall } from '../../domain/reports/wall-queries';
import { procedure, router } from '../trpc';

export const reportsRouter = router({
  outcomes: procedure.input(outcomesInput).query(({ ctx, input }) => getOutcomes(ctx.actor, input)),
  wall: procedure.query(({ ctx }) => getWall(ctx.actor)),
});
