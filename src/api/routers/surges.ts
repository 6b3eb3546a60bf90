import { createSurgeDraft } from '../../domain/surges/create-surge-draft';
import { dismissSurge } from '../../domain/surges/dismiss-surge';
import { listSurgesInput, surgeIdInput } from '../../domain/surges/model';
import { listSurges } from '../../domain/surges/queries';
import { procedure, router } from '../trpc';

export const surgesRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/surges' } })
    .input(listSurgesInput)
    .query(({ ctx, input }) => listSurges(ctx.actor, input)),
  draft: procedure
    .meta({ rest: { method: 'POST', path: '/surges/{surgeId}/draft', status: 201 } })
    .input(surgeIdInput)
    .mutation(({ ctx, input }) => createSurgeDraft(ctx.actor, input)),
  dismiss: procedure
    .meta({ rest: { method: 'POST', path: '/surges/{surgeId}/dismiss' } })
    .input(surgeIdInput)
    .mutation(({ ctx, input }) => dismissSurge(ctx.actor, input)),
});
