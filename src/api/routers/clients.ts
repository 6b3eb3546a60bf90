import { createClient } from '../../domain/clients/create-client';
import {
  clientIdInput,
  createClientInput,
  listClientsInput,
  updateClientInput,
} from '../../domain/clients/model';
import { getClient, listClients } from '../../domain/clients/queries';
import { updateClient } from '../../domain/clients/update-client';
import { procedure, router } from '../trpc';

export const clientsRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/clients' } })
    .input(listClientsInput)
    .query(({ ctx, input }) => listClients(ctx.actor, input)),
  get: procedure
    .meta({ rest: { method: 'GET', path: '/clients/{clientId}' } })
    .input(clientIdInput)
    .query(({ ctx, input }) => getClient(ctx.actor, input.clientId)),
  create: procedure
    .meta({ rest: { method: 'POST', path: '/clients', status: 201 } })
    .input(createClientInput)
    .mutation(({ ctx, input }) => createClient(ctx.actor, input)),
  update: procedure
    .meta({ rest: { method: 'PATCH', path: '/clients/{clientId}' } })
    .input(updateClientInput)
    .mutation(({ ctx, input }) => updateClient(ctx.actor, input)),
});
