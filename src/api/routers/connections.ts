import { randomBytes } from 'node:crypto';
import { seal } from '../../auth/seal';
import { createConnection } from '../../domain/numbers/create-connection';
import { createConnectionInput } from '../../domain/numbers/model';
import { listConnections } from '../../domain/numbers/queries';
import { DomainError } from '../../kernel/errors';
import { procedure, router } from '../trpc';

export const connectionsRouter = router({
  list: procedure.query(({ ctx }) => listConnections(ctx.actor)),
  create: procedure.input(createConnectionInput).mutation(async ({ ctx, input }) => {
    if (input.kind === 'twilio' && input.secret === undefined) {
      throw new DomainError('INVALID', "Twilio signs with your account's auth token.", [
        { field: 'secret', words: "Enter your Twilio account's auth token." },
      ]);
    }
    const secret = input.secret ?? `whsec_${randomBytes(32).toString('base64')}`;
    return {
      connection: await createConnection(ctx.actor, { ...input, sealedSecret: seal(secret) }),
      secret,
    };
  }),
});
