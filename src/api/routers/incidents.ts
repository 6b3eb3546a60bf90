import { listIncidentCalls } from '../../domain/reports/incident-call-queries';
import { getIncidentBoard } from '../../domain/reports/incident-queries';
import {
  incidentInput,
  listIncidentCallsInput,
  listPacksInput,
  packIdInput,
  requestPackInput,
} from '../../domain/reports/model';
import { getPack, getPackSummary, listPacks } from '../../domain/reports/pack-queries';
import { requestPack } from '../../domain/reports/request-pack';
import { procedure, router } from '../trpc';

export const incidentsRouter = router({
  board: procedure
    .meta({ rest: { method: 'GET', path: '/briefings/{briefingId}/report' } })
    .input(incidentInput)
    .query(({ ctx, input }) => getIncidentBoard(ctx.actor, input.briefingId)),
  calls: procedure
    .input(listIncidentCallsInput)
    .query(({ ctx, input }) => listIncidentCalls(ctx.actor, input)),
  requestPack: procedure
    .meta({ rest: { method: 'POST', path: '/briefings/{briefingId}/packs', status: 201 } })
    .input(requestPackInput)
    .mutation(({ ctx, input }) => requestPack(ctx.actor, input)),
  packs: procedure
    .meta({ rest: { method: 'GET', path: '/briefings/{briefingId}/packs' } })
    .input(listPacksInput)
    .query(({ ctx, input }) => listPacks(ctx.actor, input)),
  pack: procedure
    .meta({ rest: { method: 'GET', path: '/packs/{packId}' } })
    .input(packIdInput)
    .query(({ ctx, input }) => getPack(ctx.actor, input.packId)),
  packSummary: procedure
    .input(packIdInput)
    .query(({ ctx, input }) => getPackSummary(ctx.actor, input.packId)),
});
