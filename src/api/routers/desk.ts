import { getDeskSnapshot } from '../../domain/escalations/desk-queries';
import { procedure, router } from '../trpc';

export const deskRouter = router({
  snapshot: procedure.query(({ ctx }) => getDeskSnapshot(ctx.actor)),
});
