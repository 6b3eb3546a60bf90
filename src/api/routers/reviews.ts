import {
  countReviewsInput,
  getReviewInput,
  listReviewsInput,
  reviewEscalationInput,
  reviewManyInput,
} from '../../domain/reviews/model';
import { reviewEscalation } from '../../domain/reviews/review-escalation';
import { reviewEscalations } from '../../domain/reviews/review-escalations';
import { countReviews, getReview, listReviews } from '../../domain/reviews/review-queries';
import { procedure, router } from '../trpc';

export const reviewsRouter = router({
  list: procedure.input(listReviewsInput).query(({ ctx, input }) => listReviews(ctx.actor, input)),
  count: procedure.input(countReviewsInput).query(({ ctx, input }) => countReviews(ctx.actor, input)),
  get: procedure.input(getReviewInput).query(({ ctx, input }) => getReview(ctx.actor, input.escalationId)),
  review: procedure
    .meta({ rest: { method: 'POST', path: '/escalations/{escalationId}/review' } })
    .input(reviewEscalationInput)
    .mutation(({ ctx, input }) => reviewEscalation(ctx.actor, input)),
  reviewMany: procedure
    .input(reviewManyInput)
    .mutation(({ ctx, input }) => reviewEscalations(ctx.actor, input)),
});
