import { recordConsent } from '../../domain/followups/record-consent';
import { withdrawConsent } from '../../domain/followups/withdraw-consent';
import { approveSettledWords } from '../../domain/updates/approve-settled-words';
import {
  callOfUpdateInput,
  clientOfWordsInput,
  listUpdatesInput,
  recordConsentInput,
  settledWordsInput,
} from '../../domain/updates/model';
import { releaseCallers } from '../../domain/updates/release-callers';
import { getSettledWording } from '../../domain/updates/settled-queries';
import { submitSettledWords } from '../../domain/updates/submit-settled-words';
import { listUpdates } from '../../domain/updates/update-queries';
import { procedure, router } from '../trpc';

export const callerUpdatesRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/caller-updates' } })
    .input(listUpdatesInput)
    .query(({ ctx, input }) => listUpdates(ctx.actor, input)),
  record: procedure
    .meta({ rest: { method: 'PUT', path: '/calls/{callId}/caller-update' } })
    .input(recordConsentInput)
    .mutation(({ ctx, input }) => recordConsent(ctx.actor, input)),
  withdraw: procedure
    .meta({ rest: { method: 'DELETE', path: '/calls/{callId}/caller-update' } })
    .input(callOfUpdateInput)
    .mutation(({ ctx, input }) => withdrawConsent(ctx.actor, input)),
  words: procedure
    .meta({ rest: { method: 'GET', path: '/clients/{clientId}/settled-words' } })
    .input(clientOfWordsInput)
    .query(({ ctx, input }) => getSettledWording(ctx.actor, input)),
  submitWords: procedure
    .meta({ rest: { method: 'PUT', path: '/clients/{clientId}/settled-words' } })
    .input(settledWordsInput)
    .mutation(({ ctx, input }) => submitSettledWords(ctx.actor, input)),
  approveWords: procedure
    .meta({ rest: { method: 'POST', path: '/clients/{clientId}/settled-words/approve' } })
    .input(settledWordsInput)
    .mutation(({ ctx, input }) => approveSettledWords(ctx.actor, input)),
  release: procedure
    .meta({ rest: { method: 'POST', path: '/clients/{clientId}/settled-words/tell' } })
    .input(clientOfWordsInput)
    .mutation(({ ctx, input }) => releaseCallers(ctx.actor, input)),
});
