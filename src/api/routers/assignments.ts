import { listAssignments } from '../../domain/clients/assignment-queries';
import { listAssignmentsInput, setAssignmentsInput } from '../../domain/clients/model';
import { setAssignments } from '../../domain/clients/set-assignments';
import { procedure, router } from '../trpc';

export const assignmentsRouter = router({
  list: procedure
    .input(listAssignmentsInput)
    .query(({ ctx, input }) => listAssignments(ctx.actor, input.memberId)),
  set: procedure.input(setAssignmentsInput).mutation(({ ctx, input }) => setAssignments(ctx.actor, input)),
});
