import { breakPromise } from '../../domain/followups/break-promise';
import { cancelPromise } from '../../domain/followups/cancel-promise';
import { createPromise } from '../../domain/followups/create-promise';
import { keepPromise } from '../../domain/followups/keep-promise';
import { renegotiatePromise } from '../../domain/followups/renegotiate-promise';
import {
  breakPromiseInput,
  cancelPromiseInput,
  createPromiseInput,
  keepPromiseInput,
  listPromisesInput,
  promiseIdInput,
  renegotiatePromiseInput,
} from '../../domain/promises/model';
import { getPromise, listPromises } from '../../domain/promises/promise-queries';
import { procedure, router } from '../trpc';

export const promisesRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/promises' } })
    .input(listPromisesInput)
    .query(({ ctx, input }) => listPromises(ctx.actor, input)),
  get: procedure
    .meta({ rest: { method: 'GET', path: '/promises/{promiseId}' } })
    .input(promiseIdInput)
    .query(({ ctx, input }) => getPromise(ctx.actor, input)),
  create: procedure
    .meta({ rest: { method: 'POST', path: '/promises', status: 201 } })
    .input(createPromiseInput)
    .mutation(({ ctx, input }) => createPromise(ctx.actor, input)),
  keep: procedure
    .meta({ rest: { method: 'POST', path: '/promises/{promiseId}/keep' } })
    .input(keepPromiseInput)
    .mutation(({ ctx, input }) => keepPromise(ctx.actor, input)),
  break: procedure
    .meta({ rest: { method: 'POST', path: '/promises/{promiseId}/break' } })
    .input(breakPromiseInput)
    .mutation(({ ctx, input }) => breakPromise(ctx.actor, input)),
  renegotiate: procedure
    .meta({ rest: { method: 'POST', path: '/promises/{promiseId}/renegotiate' } })
    .input(renegotiatePromiseInput)
    .mutation(({ ctx, input }) => renegotiatePromise(ctx.actor, input)),
  cancel: procedure
    .meta({ rest: { method: 'POST', path: '/promises/{promiseId}/cancel' } })
    .input(cancelPromiseInput)
    .mutation(({ ctx, input }) => cancelPromise(ctx.actor, input)),
});
