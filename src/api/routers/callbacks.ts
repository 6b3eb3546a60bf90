import { listCallbacks } from '../../domain/promises/callback-queries';
import { claimCallback } from '../../domain/promises/claim-callback';
import { callbackIdInput, listCallbacksInput, recordTryInput } from '../../domain/promises/model';
import { recordTry } from '../../domain/promises/record-try';
import { releaseCallback } from '../../domain/promises/release-callback';
import { procedure, router } from '../trpc';

export const callbacksRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/callbacks' } })
    .input(listCallbacksInput)
    .query(({ ctx, input }) => listCallbacks(ctx.actor, input)),
  claim: procedure
    .meta({ rest: { method: 'POST', path: '/callbacks/{callbackId}/claim' } })
    .input(callbackIdInput)
    .mutation(({ ctx, input }) => claimCallback(ctx.actor, input)),
  release: procedure
    .meta({ rest: { method: 'POST', path: '/callbacks/{callbackId}/release' } })
    .input(callbackIdInput)
    .mutation(({ ctx, input }) => releaseCallback(ctx.actor, input)),
  recordTry: procedure
    .meta({ rest: { method: 'POST', path: '/callbacks/{callbackId}/tries' } })
    .input(recordTryInput)
    .mutation(({ ctx, input }) => recordTry(ctx.actor, input)),
});
