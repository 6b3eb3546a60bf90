import { createBriefing } from '../../domain/briefings/create-briefing';
import { approveBriefing } from '../../domain/briefings/approve-briefing';
import { confirmBriefing } from '../../domain/briefings/confirm-briefing';
import { importQuestions } from '../../domain/briefings/import-questions';
import {
  approveBriefingInput,
  briefingIdInput,
  confirmBriefingInput,
  createBriefingInput,
  importQuestionsInput,
  listBriefingsInput,
  publishBriefingInput,
  rejectBriefingInput,
  replaceBriefingInput,
  saveBriefingInput,
  submitBriefingInput,
  withdrawBriefingInput,
} from '../../domain/briefings/model';
import { publishBriefing } from '../../domain/briefings/publish-briefing';
import { getBriefing, listBriefings } from '../../domain/briefings/queries';
import { getBriefingReach } from '../../domain/briefings/reach-queries';
import { rejectBriefing } from '../../domain/briefings/reject-briefing';
import { replaceBriefing } from '../../domain/briefings/replace-briefing';
import { resolveBriefing } from '../../domain/briefings/resolve-briefing';
import { saveBriefing } from '../../domain/briefings/save-briefing';
import { submitBriefing } from '../../domain/briefings/submit-briefing';
import { listBriefingVersions } from '../../domain/briefings/version-queries';
import { withdrawBriefing } from '../../domain/briefings/withdraw-briefing';
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
  importQuestions: procedure
    .meta({ rest: { method: 'POST', path: '/briefings/{briefingId}/import-questions' } })
    .input(importQuestionsInput)
    .mutation(({ ctx, input }) => importQuestions(ctx.actor, input)),
  submit: procedure
    .meta({ rest: { method: 'POST', path: '/briefings/{briefingId}/submit' } })
    .input(submitBriefingInput)
    .mutation(({ ctx, input }) => submitBriefing(ctx.actor, input)),
  approve: procedure
    .meta({ rest: { method: 'POST', path: '/briefings/{briefingId}/approve' } })
    .input(approveBriefingInput)
    .mutation(({ ctx, input }) => approveBriefing(ctx.actor, input)),
  reject: procedure
    .meta({ rest: { method: 'POST', path: '/briefings/{briefingId}/reject' } })
    .input(rejectBriefingInput)
    .mutation(({ ctx, input }) => rejectBriefing(ctx.actor, input)),
  withdraw: procedure
    .meta({ rest: { method: 'POST', path: '/briefings/{briefingId}/withdraw' } })
    .input(withdrawBriefingInput)
    .mutation(({ ctx, input }) => withdrawBriefing(ctx.actor, input)),
  reach: procedure
    .meta({ rest: { method: 'GET', path: '/briefings/{briefingId}/reach' } })
    .input(briefingIdInput)
    .query(({ ctx, input }) => getBriefingReach(ctx.actor, input.briefingId)),
  confirm: procedure
    .input(confirmBriefingInput)
    .mutation(({ ctx, input }) => confirmBriefing(ctx.actor, input)),
  publish: procedure
    .meta({ rest: { method: 'POST', path: '/briefings/{briefingId}/publish' } })
    .input(publishBriefingInput)
    .mutation(({ ctx, input }) => publishBriefing(ctx.actor, input)),
  resolve: procedure
    .meta({ rest: { method: 'POST', path: '/briefings/{briefingId}/resolve' } })
    .input(briefingIdInput)
    .mutation(({ ctx, input }) => resolveBriefing(ctx.actor, input.briefingId)),
});
