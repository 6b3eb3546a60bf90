import { createPromise } from '../../domain/followups/create-promise';
import { keepPromise } from '../../domain/followups/keep-promise';
import { createPromiseInput, keepPromiseInput, listPromisesInput } from '../../domain/promises/model';
import { listPromises } from '../../domain/promises/promise-queries';
import { procedure, router } from '../trpc';

export const promisesRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/promises' } })
    .input(listPromisesInput)
    .query(({ ctx, input }) => listPromises(ctx.actor, input)),
  create: procedure
    .meta({ rest: { method: 'POST', path: '/promises', status: 201 } })
    .input(createPromiseInput)
    .mutation(({ ctx, input }) => createPromise(ctx.actor, input)),
  keep: procedure
    .meta({ rest: { method: 'POST', path: '/promises/{promiseId}/keep' } })
    .input(keepPromiseInput)
    .mutation(({ ctx, input }) => keepPromise(ctx.actor, input)),
});
