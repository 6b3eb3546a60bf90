import { getAccount } from '../../domain/reports/account-queries';
import {
  getAccountInput,
  listSubscriptionsInput,
  setSubscriptionInput,
  subscriptionIdInput,
} from '../../domain/reports/model';
import { removeSubscription } from '../../domain/reports/remove-subscription';
import { setSubscription } from '../../domain/reports/set-subscription';
import { listSubscriptions } from '../../domain/reports/subscription-queries';
import { procedure, router } from '../trpc';

export const accountsRouter = router({
  list: procedure
    .input(listSubscriptionsInput)
    .query(({ ctx, input }) => listSubscriptions(ctx.actor, input)),
  set: procedure.input(setSubscriptionInput).mutation(({ ctx, input }) => setSubscription(ctx.actor, input)),
  remove: procedure
    .input(subscriptionIdInput)
    .mutation(({ ctx, input }) => removeSubscription(ctx.actor, input)),
  get: procedure.input(getAccountInput).query(({ ctx, input }) => getAccount(ctx.actor, input)),
});
