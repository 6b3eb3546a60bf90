import { listColleagues } from '../../domain/calls/colleague-queries';
import { confirmRing } from '../../domain/tenancy/confirm-ring';
import { setPresenceInput } from '../../domain/tenancy/model';
import { setPresence } from '../../domain/tenancy/set-presence';
import { procedure, router } from '../trpc';

export const presenceRouter = router({
  list: procedure.query(({ ctx }) => listColleagues(ctx.actor)),
  set: procedure.input(setPresenceInput).mutation(({ ctx, input }) => setPresence(ctx.actor, input)),
  confirmRing: procedure.mutation(({ ctx }) => confirmRing(ctx.actor)),
});
