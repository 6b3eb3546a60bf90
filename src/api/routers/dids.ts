import { addDid } from '../../domain/numbers/add-did';
import { addDidInput, listDidsInput, removeDidInput, updateDidInput } from '../../domain/numbers/model';
import { listDids } from '../../domain/numbers/queries';
import { removeDid } from '../../domain/numbers/remove-did';
import { updateDid } from '../../domain/numbers/update-did';
import { procedure, router } from '../trpc';

export const didsRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/dids' } })
    .input(listDidsInput)
    .query(({ ctx, input }) => listDids(ctx.actor, input)),
  add: procedure
    .meta({ rest: { method: 'POST', path: '/dids', status: 201 } })
    .input(addDidInput)
    .mutation(({ ctx, input }) => addDid(ctx.actor, input)),
  update: procedure
    .meta({ rest: { method: 'PATCH', path: '/dids/{didId}' } })
    .input(updateDidInput)
    .mutation(({ ctx, input }) => updateDid(ctx.actor, input)),
  remove: procedure
    .meta({ rest: { method: 'DELETE', path: '/dids/{didId}' } })
    .input(removeDidInput)
    .mutation(({ ctx, input }) => removeDid(ctx.actor, input.didId)),
});
