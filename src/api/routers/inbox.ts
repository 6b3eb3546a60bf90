import { markInboxRead } from '../../domain/escalations/mark-inbox-read';
import { countUnread, listInbox } from '../../domain/notifications/inbox-queries';
import { listInboxInput, markReadInput } from '../../domain/notifications/model';
import { procedure, router } from '../trpc';

export const inboxRouter = router({
  list: procedure.input(listInboxInput).query(({ ctx, input }) => listInbox(ctx.actor, input)),
  unreadCount: procedure.query(({ ctx }) => countUnread(ctx.actor)),
  markRead: procedure.input(markReadInput).mutation(({ ctx, input }) => markInboxRead(ctx.actor, input)),
});
