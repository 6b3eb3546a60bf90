import { getCallback, listCallbackColleagues } from '../../domain/promises/callback-page-queries';
import { listCallbacks } from '../../domain/promises/callback-queries';
import { claimCallback } from '../../domain/promises/claim-callback';
import { handOverCallback } from '../../domain/promises/hand-over-callback';
import {
  callbackIdInput,
  handOverCallbackInput,
  listCallbacksInput,
  recordTryInput,
} from '../../domain/promises/model';
import { recordTry } from '../../domain/promises/record-try';
import { releaseCallback } from '../../domain/promises/release-callback';
import { procedure, router } from '../trpc';

export const callbacksRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/callbacks' } })
    .input(listCallbacksInput)
    .query(({ ctx, input }) => listCallbacks(ctx.actor, input)),
  get: procedure
    .meta({ rest: { method: 'GET', path: '/callbacks/{callbackId}' } })
    .input(callbackIdInput)
    .query(({ ctx, input }) => getCallback(ctx.actor, input.callbackId)),
  colleagues: procedure
    .meta({ rest: { method: 'GET', path: '/callbacks/{callbackId}/colleagues' } })
    .input(callbackIdInput)
    .query(({ ctx, input }) => listCallbackColleagues(ctx.actor, input.callbackId)),
  claim: procedure
    .meta({ rest: { method: 'POST', path: '/callbacks/{callbackId}/claim' } })
    .input(callbackIdInput)
    .mutation(({ ctx, input }) => claimCallback(ctx.actor, input)),
  release: procedure
    .meta({ rest: { method: 'POST', path: '/callbacks/{callbackId}/release' } })
    .input(callbackIdInput)
    .mutation(({ ctx, input }) => releaseCallback(ctx.actor, input)),
  handOver: procedure
    .meta({ rest: { method: 'POST', path: '/callbacks/{callbackId}/hand-over' } })
    .input(handOverCallbackInput)
    .mutation(({ ctx, input }) => handOverCallback(ctx.actor, input)),
  recordTry: procedure
    .meta({ rest: { method: 'POST', path: '/callbacks/{callbackId}/tries' } })
    .input(recordTryInput)
    .mutation(({ ctx, input }) => recordTry(ctx.actor, input)),
});
