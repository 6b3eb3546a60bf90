import { answerQuestion } from '../../domain/questions/answer-question';
import { dismissQuestion } from '../../domain/questions/dismiss-question';
import {
  answerQuestionInput,
  dismissQuestionInput,
  listQuestionGroupsInput,
  moveQuestionInput,
} from '../../domain/questions/model';
import { moveQuestion } from '../../domain/questions/move-question';
import { listQuestionGroups } from '../../domain/questions/queries';
import { procedure, router } from '../trpc';

export const questionsRouter = router({
  groups: procedure
    .meta({ rest: { method: 'GET', path: '/questions' } })
    .input(listQuestionGroupsInput)
    .query(({ ctx, input }) => listQuestionGroups(ctx.actor, input)),
  answer: procedure
    .meta({ rest: { method: 'POST', path: '/questions/{groupId}/answer' } })
    .input(answerQuestionInput)
    .mutation(({ ctx, input }) => answerQuestion(ctx.actor, input)),
  dismiss: procedure
    .meta({ rest: { method: 'POST', path: '/questions/{groupId}/dismiss' } })
    .input(dismissQuestionInput)
    .mutation(({ ctx, input }) => dismissQuestion(ctx.actor, input)),
  move: procedure.input(moveQuestionInput).mutation(({ ctx, input }) => moveQuestion(ctx.actor, input)),
});
