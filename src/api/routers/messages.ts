import {
  listMessagesInput,
  messageIdInput,
  releaseMessagesInput,
  reviewMessageInput,
} from '../../domain/messages/model';
import { getMessage, listMessages } from '../../domain/messages/queries';
import { releaseMessages } from '../../domain/messages/release-messages';
import { reviewMessage } from '../../domain/messages/review-message';
import { procedure, router } from '../trpc';

export const messagesRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/messages' } })
    .input(listMessagesInput)
    .query(({ ctx, input }) => listMessages(ctx.actor, input)),
  get: procedure
    .meta({ rest: { method: 'GET', path: '/messages/{messageId}' } })
    .input(messageIdInput)
    .query(({ ctx, input }) => getMessage(ctx.actor, input.messageId)),
  release: procedure
    .meta({ rest: { method: 'POST', path: '/messages/release' } })
    .input(releaseMessagesInput)
    .mutation(({ ctx, input }) => releaseMessages(ctx.actor, input)),
  review: procedure.input(reviewMessageInput).mutation(({ ctx, input }) => reviewMessage(ctx.actor, input)),
});
