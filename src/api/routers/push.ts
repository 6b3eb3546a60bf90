import { addSubscription } from '../../domain/notifications/add-subscription';
import { addSubscriptionInput, subscriptionIdInput } from '../../domain/notifications/model';
import { listDevices } from '../../domain/notifications/push-queries';
import { removeSubscription } from '../../domain/notifications/remove-subscription';
import { env } from '../../env';
import { procedure, router } from '../trpc';

export const pushRouter = router({
  /** What a browser must know to subscribe (RFC 8292); null: notifications are not configured on this installation. */
  key: procedure.query(() => env().VAPID_PUBLIC_KEY ?? null),
  list: procedure.query(({ ctx }) => listDevices(ctx.actor)),
  subscribe: procedure
    .input(addSubscriptionInput)
    .mutation(({ ctx, input }) => addSubscription(ctx.actor, input)),
  unsubscribe: procedure
    .input(subscriptionIdInput)
    .mutation(({ ctx, input }) => removeSubscription(ctx.actor, input)),
});
