import { listToldInput } from '../../domain/calls/model';
import { listTold } from '../../domain/calls/told-queries';
import { procedure, router } from '../trpc';

export const toldRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/briefings/{briefingId}/told' } })
    .input(listToldInput)
    .query(({ ctx, input }) => listTold(ctx.actor, input)),
});
