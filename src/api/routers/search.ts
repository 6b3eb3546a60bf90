import { searchInput } from '../../domain/calls/model';
import { searchEverything } from '../../domain/calls/search-queries';
import { procedure, router } from '../trpc';

export const searchRouter = router({
  find: procedure.input(searchInput).query(({ ctx, input }) => searchEverything(ctx.actor, input)),
});
