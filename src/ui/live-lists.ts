import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
import type { PackCard } from '@/domain/reports/model';
import type { LiveEvent } from './live-event';
import { placeRow, type Pages } from './place-row';

type Api = ReturnType<typeof useTRPC>;

/** The filters that a loaded tRPC list was asked with. */
function filtersOf(key: QueryKey): Record<string, unknown> {
  const asked = key[1];
  if (typeof asked !== 'object' || asked === null || !('input' in asked)) return {};
  const { input } = asked;
  return typeof input === 'object' && input !== null ? { ...input } : {};
}

function eachList<Row extends { id: string }>(
  queries: QueryClient,
  queryKey: QueryKey,
  place: (list: Pages<Row>, filters: Record<string, unknown>) => Pages<Row>,
): void {
  for (const { queryKey: key } of queries.getQueryCache().findAll({ queryKey })) {
    queries.setQueryData<Pages<Row>>(key, (list) => (list?.pages ? place(list, filtersOf(key)) : list));
  }
}

/** Shows a changed escalation wherever it is loaded. */
export function placeEscalation(queries: QueryClient, api: Api, card: EscalationCard): void {
  eachList<EscalationCard>(queries, api.escalations.list.pathKey(), (list, filters) => {
    const fits = (['clientId', 'callId', 'state'] as const).every(
      (key) => filters[key] === undefined || filters[key] === card[key],
    );
    return placeRow(list, card, fits, ({ startedAt }) => startedAt);
  });
  void queries.invalidateQueries({ queryKey: api.escalations.get.queryKey({ escalationId: card.id }) });
}

function placeCall(queries: QueryClient, api: Api, card: CallCard): void {
  eachList<CallCard>(queries, api.calls.list.pathKey(), (list, filters) => {
    const isSame = (['clientId', 'briefingId'] as const).every(
      (key) => filters[key] === undefined || filters[key] === card[key],
    );
    const asksServer = filters.q !== undefined || filters.from !== undefined || filters.to !== undefined;
    return placeRow(list, card, !isSame ? false : asksServer ? null : true, ({ ringAt }) => ringAt);
  });
  queries.setQueryData(api.calls.get.queryKey({ callId: card.id }), (old) => old && { ...old, call: card });
}

/**
 * What ended comes to those who review it; on its way an escalation changes often, and only lists that are not those of
 * reviews show it.
 */
function readReviewsAgain(queries: QueryClient, api: Api, { id, state }: EscalationCard): void {
  void queries.invalidateQueries({ queryKey: api.reviews.get.queryKey({ escalationId: id }) });
  const isOver = state !== 'open' && state !== 'acknowledged';
  for (const queryKey of [api.reviews.list.pathKey(), api.reviews.count.pathKey()]) {
    const predicate = (query: { queryKey: QueryKey }) =>
      isOver || filtersOf(query.queryKey).reviewState === undefined;
    void queries.invalidateQueries({ queryKey, predicate });
  }
}

/** How far a pack is, in the list of its incident. */
function placePack(queries: QueryClient, api: Api, card: PackCard): void {
  eachList<PackCard>(queries, api.incidents.packs.pathKey(), (list, { briefingId }) =>
    placeRow(list, card, briefingId === card.briefingId, ({ requestedAt }) => requestedAt),
  );
}

type Confirmed = Extract<LiveEvent, { type: 'briefing.confirmed' }>;

/** The reach shown is the newest version's; a desk may also confirm one that has been followed by another. */
function placeReach(queries: QueryClient, api: Api, { briefingId, version, reach }: Confirmed): void {
  const queryKey = api.briefings.reach.queryKey({ briefingId });
  const newest = queries.getQueryData(api.briefings.get.queryKey({ briefingId }))?.currentVersion;
  if (newest === version) queries.setQueryData(queryKey, (old) => old && reach);
  else void queries.invalidateQueries({ queryKey });
}

/** The recall, as far as it is loaded: where it stands, and who was told. */
function readRecallAgain(queries: QueryClient, api: Api, recallId: string): void {
  void queries.invalidateQueries({ queryKey: api.recalls.list.pathKey() });
  void queries.invalidateQueries({ queryKey: api.recalls.get.queryKey({ recallId }) });
  void queries.invalidateQueries({ queryKey: api.recalls.callers.infiniteQueryKey({ recallId }) });
}

/** Brings what the screens have loaded up to date with one event. */
export function applyLiveEvent(queries: QueryClient, api: Api, event: LiveEvent): void {
  switch (event.type) {
    case 'escalation.changed':
      // Read, or taken care of: the inbox says so.
      void queries.invalidateQueries({ queryKey: api.inbox.pathKey() });
      // Whoever has it was asked to report, has, or is silent.
      void queries.invalidateQueries({ queryKey: api.reportRequests.pathKey() });
      readReviewsAgain(queries, api, event.escalation);
      return placeEscalation(queries, api, event.escalation);
    case 'callerUpdate.changed':
      void queries.invalidateQueries({ queryKey: api.callerUpdates.pathKey() });
      return;
    case 'inbox.changed':
      void queries.invalidateQueries({ queryKey: api.inbox.pathKey() });
      return;
    case 'call.changed':
      return placeCall(queries, api, event.call);
    case 'note.added':
    case 'statements.told': {
      const callId = event.type === 'note.added' ? event.note.callId : event.callId;
      void queries.invalidateQueries({ queryKey: api.calls.get.queryKey({ callId }) });
      if (event.type === 'statements.told') {
        void queries.invalidateQueries({ queryKey: api.told.list.pathKey() });
      }
      return;
    }
    case 'briefing.published':
    case 'briefing.resolved':
    case 'briefing.withdrawn': {
      const briefingId = event.type === 'briefing.published' ? event.briefing.briefingId : event.briefingId;
      void queries.invalidateQueries({ queryKey: api.briefings.list.pathKey() });
      void queries.invalidateQueries({ queryKey: api.briefings.get.queryKey({ briefingId }) });
      void queries.invalidateQueries({ queryKey: api.briefings.versions.queryKey({ briefingId }) });
      void queries.invalidateQueries({ queryKey: api.briefings.reach.queryKey({ briefingId }) });
      return;
    }
    // An open editor decides for itself what a colleague's save means for what is being typed there.
    case 'briefing.saved':
      void queries.invalidateQueries({ queryKey: api.briefings.list.pathKey() });
      return;
    case 'briefing.confirmed':
      return placeReach(queries, api, event);
    case 'recall.changed':
      return readRecallAgain(queries, api, event.recallId);
    case 'callback.changed':
    case 'callbacks.changed':
      void queries.invalidateQueries({ queryKey: api.callbacks.list.pathKey() });
      void queries.invalidateQueries({ queryKey: api.callbacks.get.pathKey() });
      // What is called back because of a recall is that recall's progress.
      return readRecallAgain(
        queries,
        api,
        event.type === 'callback.changed' ? event.callback.causeId : event.causeId,
      );
    case 'promise.changed':
    case 'promise.reminded':
      void queries.invalidateQueries({ queryKey: api.promises.pathKey() });
      return;
    case 'questions.changed':
      void queries.invalidateQueries({ queryKey: api.questions.groups.pathKey() });
      return;
    case 'surge.changed':
      void queries.invalidateQueries({ queryKey: api.surges.list.pathKey() });
      return;
    case 'overflow.changed':
      void queries.invalidateQueries({ queryKey: api.overflow.list.pathKey() });
      return;
    case 'playbook.changed':
      void queries.invalidateQueries({ queryKey: api.playbooks.pathKey() });
      return;
    case 'callType.changed':
      void queries.invalidateQueries({ queryKey: api.callTypes.pathKey() });
      void queries.invalidateQueries({ queryKey: api.playbooks.pathKey() });
      return;
    case 'message.changed':
      void queries.invalidateQueries({ queryKey: api.messages.pathKey() });
      return;
    case 'reviews.changed':
      void queries.invalidateQueries({ queryKey: api.reviews.pathKey() });
      for (const escalationId of event.escalationIds ?? []) {
        void queries.invalidateQueries({ queryKey: api.escalations.get.queryKey({ escalationId }) });
      }
      return;
    case 'reviewActions.changed':
      void queries.invalidateQueries({ queryKey: api.reviewActions.pathKey() });
      return;
    case 'coaching.changed':
      void queries.invalidateQueries({ queryKey: api.scores.pathKey() });
      return;
    case 'schedule.changed':
      for (const plan of [api.schedules, api.overrides, api.coverages, api.holidays, api.onCall]) {
        void queries.invalidateQueries({ queryKey: plan.pathKey() });
      }
      return;
    case 'assignments.changed':
      void queries.invalidateQueries({
        queryKey: api.assignments.list.queryKey({ memberId: event.memberId }),
      });
      return;
    case 'pack.changed':
      return placePack(queries, api, event.pack);
    // The wall reads itself again; nobody else shows who is where.
    case 'presence.changed':
    case 'call.desks':
  }
}
