import { apiKeysRouter } from './routers/api-keys';
import { briefingsRouter } from './routers/briefings';
import { callbacksRouter } from './routers/callbacks';
import { callsRouter } from './routers/calls';
import { clientsRouter } from './routers/clients';
import { connectionsRouter } from './routers/connections';
import { contactsRouter } from './routers/contacts';
import { deskRouter } from './routers/desk';
import { didsRouter } from './routers/dids';
import { escalationsRouter } from './routers/escalations';
import { membersRouter } from './routers/members';
import { overflowRouter } from './routers/overflow';
import { policiesRouter } from './routers/policies';
import { recallsRouter } from './routers/recalls';
import { questionsRouter } from './routers/questions';
import { sessionRouter, sessionsRouter } from './routers/sessions';
import { sourcesRouter } from './routers/sources';
import { toldRouter } from './routers/told';
import { surgesRouter } from './routers/surges';
import { playbooksRouter } from './routers/playbooks';
import { callTypesRouter } from './routers/call-types';
import { serviceRulesRouter } from './routers/service-rules';
import { promisesRouter } from './routers/promises';
import { presenceRouter } from './routers/presence';
import { messagesRouter } from './routers/messages';
import { searchRouter } from './routers/search';
import { assignmentsRouter } from './routers/assignments';
import { preferencesRouter } from './routers/preferences';
import { reportsRouter } from './routers/reports';
import { schedulesRouter } from './routers/schedules';
import { overridesRouter } from './routers/overrides';
import { coveragesRouter } from './routers/coverages';
import { holidaysRouter } from './routers/holidays';
import { onCallRouter } from './routers/on-call';
import { webhookEndpointsRouter } from './routers/webhook-endpoints';
import { inboxRouter } from './routers/inbox';
import { pushRouter } from './routers/push';
import { engineRouter } from './routers/engine';
import { reviewsRouter } from './routers/reviews';
import { reviewActionsRouter } from './routers/review-actions';
import { viewsRouter } from './routers/views';
import { scoresRouter } from './routers/scores';
import { incidentsRouter } from './routers/incidents';
import { accountsRouter } from './routers/accounts';
import { homeRouter } from './routers/home';
import { reportRequestsRouter } from './routers/report-requests';
import { callerUpdatesRouter } from './routers/caller-updates';
import { createCallerFactory, router } from './trpc';

/** Everything that can be asked or done, whoever asks: screens, REST and tests go through here. */
export const appRouter = router({
  session: sessionRouter,
  sessions: sessionsRouter,
  members: membersRouter,
  apiKeys: apiKeysRouter,
  clients: clientsRouter,
  dids: didsRouter,
  connections: connectionsRouter,
  contacts: contactsRouter,
  briefings: briefingsRouter,
  recalls: recallsRouter,
  told: toldRouter,
  callbacks: callbacksRouter,
  calls: callsRouter,
  desk: deskRouter,
  escalations: escalationsRouter,
  policies: policiesRouter,
  overflow: overflowRouter,
  sources: sourcesRouter,
  questions: questionsRouter,
  surges: surgesRouter,
  reports: reportsRouter,
  preferences: preferencesRouter,
  assignments: assignmentsRouter,
  search: searchRouter,
  messages: messagesRouter,
  presence: presenceRouter,
  promises: promisesRouter,
  serviceRules: serviceRulesRouter,
  callTypes: callTypesRouter,
  playbooks: playbooksRouter,
  schedules: schedulesRouter,
  overrides: overridesRouter,
  coverages: coveragesRouter,
  holidays: holidaysRouter,
  onCall: onCallRouter,
  webhookEndpoints: webhookEndpointsRouter,
  inbox: inboxRouter,
  push: pushRouter,
  engine: engineRouter,
  callerUpdates: callerUpdatesRouter,
  reportRequests: reportRequestsRouter,
  home: homeRouter,
  accounts: accountsRouter,
  incidents: incidentsRouter,
  scores: scoresRouter,
  views: viewsRouter,
  reviewActions: reviewActionsRouter,
  reviews: reviewsRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
