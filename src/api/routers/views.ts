import { listViewsInput, saveViewInput, viewIdInput } from '../../domain/reviews/model';
import { removeView } from '../../domain/reviews/remove-view';
import { saveView } from '../../domain/reviews/save-view';
import { listViews } from '../../domain/reviews/view-queries';
import { procedure, router } from '../trpc';

export const viewsRouter = router({
  list: procedure.input(listViewsInput).query(({ ctx, input }) => listViews(ctx.actor, input)),
  save: procedure.input(saveViewInput).mutation(({ ctx, input }) => saveView(ctx.actor, input)),
  remove: procedure.input(viewIdInput).mutation(({ ctx, input }) => removeView(ctx.actor, input)),
});
