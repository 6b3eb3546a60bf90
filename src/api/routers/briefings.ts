import { createBriefing } from '../../domain/briefings/create-briefing';
import {
  briefingIdInput,
  createBriefingInput,
  listBriefingsInput,
  publishBriefingInput,
  replaceBriefingInput,
  saveBriefingInput,
} from '../../domain/briefings/model';
import { publishBriefing } from '../../domain/briefings/publish-briefing';
import { getBriefing, listBriefings, listBriefingVersions } from '../../domain/briefings/queries';
import { replaceBriefing } from '../../domain/briefings/replace-briefing';
import { resolveBriefing } from '../../domain/briefings/resolve-briefing';
import { saveBriefing } from '../../domain/briefings/save-briefing';
import { procedure, router } from '../trpc';

export const briefingsRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/briefings' } })
    .input(listBriefingsInput)
    .query(({ ctx, input }) => listBriefings(ctx.actor, input)),
  get: procedure
    .meta({ rest: { method: 'GET', path: '/briefings/{briefingId}' } })
    .input(briefingIdInput)
    .query(({ ctx, input }) => getBriefing(ctx.actor, input.briefingId)),
  versions: procedure
    .meta({ rest: { method: 'GET', path: '/briefings/{briefingId}/versions' } })
    .input(briefingIdInput)
    .query(({ ctx, input }) => listBriefingVersions(ctx.actor, input.briefingId)),
  create: procedure
    .meta({ rest: { method: 'POST', path: '/briefings', status: 201 } })
    .input(createBriefingInput)
    .mutation(({ ctx, input }) => createBriefing(ctx.actor, input)),
  save: procedure.input(saveBriefingInput).mutation(({ ctx, input }) => saveBriefing(ctx.actor, input)),
  replace: procedure
    .meta({ rest: { method: 'PUT', path: '/briefings/{briefingId}', ifMatch: 'version' } })
    .input(replaceBriefingInput)
    .mutation(({ ctx, input }) => replaceBriefing(ctx.actor, input)),
  publish: procedure
    .meta({ rest: { method: 'POST', path: '/briefings/{briefingId}/publish' } })
    .input(publishBriefingInput)
    .mutation(({ ctx, input }) => publishBriefing(ctx.actor, input)),
  resolve: procedure
    .meta({ rest: { method: 'POST', path: '/briefings/{briefingId}/resolve' } })
    .input(briefingIdInput)
    .mutation(({ ctx, input }) => resolveBriefing(ctx.actor, input.briefingId)),
});
