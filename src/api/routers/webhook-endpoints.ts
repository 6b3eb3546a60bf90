import { randomBytes } from 'node:crypto';
import { seal } from '../../auth/seal';
import { createEndpoint } from '../../domain/notifications/create-endpoint';
import { disableEndpoint } from '../../domain/notifications/disable-endpoint';
import { listEndpoints } from '../../domain/notifications/endpoint-queries';
import { createEndpointInput, endpointIdInput, listEndpointsInput } from '../../domain/notifications/model';
import { renewSecret } from '../../domain/notifications/renew-secret';
import { sendTest } from '../../domain/notifications/send-test';
import { procedure, router } from '../trpc';

/** As Standard Webhooks writes it: 24 to 64 bytes. */
const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

export const webhookEndpointsRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/webhook-endpoints' } })
    .input(listEndpointsInput)
    .query(({ ctx, input }) => listEndpoints(ctx.actor, input)),
  /** The secret is told here and never again. */
  create: procedure
    .meta({ rest: { method: 'POST', path: '/webhook-endpoints', status: 201 } })
    .input(createEndpointInput)
    .mutation(async ({ ctx, input }) => {
      const secret = newSecret();
      const endpoint = await createEndpoint(ctx.actor, { ...input, sealedSecret: seal(secret) });
      return { ...endpoint, secret };
    }),
  disable: procedure
    .meta({ rest: { method: 'DELETE', path: '/webhook-endpoints/{endpointId}' } })
    .input(endpointIdInput)
    .mutation(({ ctx, input }) => disableEndpoint(ctx.actor, input)),
  test: procedure
    .meta({ rest: { method: 'POST', path: '/webhook-endpoints/{endpointId}/test' } })
    .input(endpointIdInput)
    .mutation(({ ctx, input }) => sendTest(ctx.actor, input)),
  renewSecret: procedure.input(endpointIdInput).mutation(async ({ ctx, input: { endpointId } }) => {
    const secret = newSecret();
    const endpoint = await renewSecret(ctx.actor, { endpointId, sealedSecret: seal(secret) });
    return { ...endpoint, secret };
  }),
});
