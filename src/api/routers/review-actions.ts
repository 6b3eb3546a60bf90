import { listActions } from '../../domain/reviews/action-queries';
import { completeAction } from '../../domain/reviews/complete-action';
import { createAction } from '../../domain/reviews/create-action';
import { actionIdInput, createActionInput, listActionsInput } from '../../domain/reviews/model';
import { procedure, router } from '../trpc';

export const reviewActionsRouter = router({
  list: procedure.input(listActionsInput).query(({ ctx, input }) => listActions(ctx.actor, input)),
  create: procedure.input(createActionInput).mutation(({ ctx, input }) => createAction(ctx.actor, input)),
  complete: procedure.input(actionIdInput).mutation(({ ctx, input }) => completeAction(ctx.actor, input)),
});
