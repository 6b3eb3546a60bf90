import { getHome } from '../../domain/reports/home-queries';
import { procedure, router } from '../trpc';

export const homeRouter = router({
  get: procedure.query(({ ctx }) => getHome(ctx.actor)),
});
