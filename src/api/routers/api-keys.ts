import { randomBytes } from 'node:crypto';
import { hashApiKey } from '../../auth/resolve-actor';
import { createApiKey } from '../../domain/tenancy/create-api-key';
import { createApiKeyInput, revokeApiKeyInput } from '../../domain/tenancy/model';
import { listApiKeys } from '../../domain/tenancy/queries';
import { revokeApiKey } from '../../domain/tenancy/revoke-api-key';
import { procedure, router } from '../trpc';

export const apiKeysRouter = router({
  list: procedure.query(({ ctx }) => listApiKeys(ctx.actor)),
  create: procedure.input(createApiKeyInput).mutation(async ({ ctx, input }) => {
    const key = `calm_${randomBytes(32).toString('base64url')}`;
    return { apiKey: await createApiKey(ctx.actor, { ...input, keyHash: hashApiKey(key) }), key };
  }),
  revoke: procedure
    .input(revokeApiKeyInput)
    .mutation(({ ctx, input }) => revokeApiKey(ctx.actor, input.apiKeyId)),
});
