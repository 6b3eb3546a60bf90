import { listSessions } from '../../domain/tenancy/queries';
import { revokeSessionInput } from '../../domain/tenancy/model';
import { revokeSession } from '../../domain/tenancy/revoke-session';
import { procedure, router } from '../trpc';

export const sessionRouter = router({
  me: procedure.query(({ ctx: { actor, session } }) => ({
    membershipId: actor.id,
    name: actor.name,
    role: actor.role,
    clientId: actor.clientId,
    clientName: session?.clientName ?? null,
    organizationName: session?.organizationName ?? '',
    organizationPhone: session?.organizationPhone ?? null,
    sessionId: session?.sessionId ?? null,
  })),
});

export const sessionsRouter = router({
  list: procedure.query(({ ctx }) => listSessions(ctx.actor, ctx.session?.sessionId ?? null)),
  revoke: procedure
    .input(revokeSessionInput)
    .mutation(({ ctx, input }) => revokeSession(ctx.actor, input.sessionId)),
});
