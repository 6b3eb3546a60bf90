import { savePreferencesInput } from '../../domain/tenancy/model';
import { savePreferences } from '../../domain/tenancy/save-preferences';
import { procedure, router } from '../trpc';

export const preferencesRouter = router({
  save: procedure.input(savePreferencesInput).mutation(({ ctx, input }) => savePreferences(ctx.actor, input)),
});
