import { randomBytes } from 'node:crypto';
import { seal } from '../../auth/seal';
import { createSource } from '../../domain/sources/create-source';
import { createSourceInput, listSourcesInput, sourceIdInput } from '../../domain/sources/model';
import { listSources } from '../../domain/sources/queries';
import { revokeSource } from '../../domain/sources/revoke-source';
import { env } from '../../env';
import { procedure, router } from '../trpc';

export const sourcesRouter = router({
  list: procedure.input(listSourcesInput).query(({ ctx, input }) => listSources(ctx.actor, input)),
  /** The secret, and the address to give to the program outside, are told here and never again. */
  create: procedure.input(createSourceInput).mutation(async ({ ctx, input }) => {
    const isSigned = input.kind === 'generic';
    const secret = isSigned
      ? `whsec_${randomBytes(32).toString('base64')}`
      : randomBytes(32).toString('base64url');
    const source = await createSource(ctx.actor, { ...input, sealedSecret: seal(secret) });
    const door = isSigned ? `briefings/${source.id}` : `statuspage/${source.id}/${secret}`;
    return { source, secret, url: `${env().PUBLIC_URL}/api/hooks/${door}` };
  }),
  revoke: procedure.input(sourceIdInput).mutation(({ ctx, input }) => revokeSource(ctx.actor, input)),
});
