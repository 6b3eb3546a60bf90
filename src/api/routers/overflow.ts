import { closeOverflow } from '../../domain/overflow/close-overflow';
import { getCapacityHint } from '../../domain/overflow/hint-queries';
import { clientOverflowInput, closeOverflowInput, openOverflowInput } from '../../domain/overflow/model';
import { openOverflow } from '../../domain/overflow/open-overflow';
import { listOverflow } from '../../domain/overflow/queries';
import { procedure, router } from '../trpc';

export const overflowRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/overflow' } })
    .query(({ ctx }) => listOverflow(ctx.actor)),
  open: procedure
    .meta({ rest: { method: 'POST', path: '/clients/{clientId}/overflow', status: 201 } })
    .input(openOverflowInput)
    .mutation(({ ctx, input }) => openOverflow(ctx.actor, input)),
  close: procedure
    .meta({ rest: { method: 'POST', path: '/overflow/{overflowId}/close' } })
    .input(closeOverflowInput)
    .mutation(({ ctx, input }) => closeOverflow(ctx.actor, input)),
  hint: procedure
    .meta({ rest: { method: 'GET', path: '/clients/{clientId}/overflow-hint' } })
    .input(clientOverflowInput)
    .query(({ ctx, input }) => getCapacityHint(ctx.actor, input)),
});
