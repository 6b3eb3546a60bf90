import { listRecallCallers } from '../../domain/recalls/caller-queries';
import {
  listRecallsInput,
  recallCallersInput,
  recallIdInput,
  statementIdInput,
  withdrawStatementInput,
} from '../../domain/recalls/model';
import { countToldStatement, getRecall, listRecalls } from '../../domain/recalls/queries';
import { withdrawStatement } from '../../domain/recalls/withdraw-statement';
import { procedure, router } from '../trpc';

export const recallsRouter = router({
  withdrawStatement: procedure
    .meta({ rest: { method: 'POST', path: '/briefings/{briefingId}/statements/{statementId}/withdraw' } })
    .input(withdrawStatementInput)
    .mutation(({ ctx, input }) => withdrawStatement(ctx.actor, input)),
  toldCount: procedure
    .input(statementIdInput)
    .query(({ ctx, input }) => countToldStatement(ctx.actor, input)),
  list: procedure
    .meta({ rest: { method: 'GET', path: '/recalls' } })
    .input(listRecallsInput)
    .query(({ ctx, input }) => listRecalls(ctx.actor, input)),
  get: procedure
    .meta({ rest: { method: 'GET', path: '/recalls/{recallId}' } })
    .input(recallIdInput)
    .query(({ ctx, input }) => getRecall(ctx.actor, input.recallId)),
  callers: procedure
    .meta({ rest: { method: 'GET', path: '/recalls/{recallId}/callers' } })
    .input(recallCallersInput)
    .query(({ ctx, input }) => listRecallCallers(ctx.actor, input)),
});
