import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { useTRPC } from '@/api/client';
import type { CallCard } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
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

/** Brings what the screens have loaded up to date with one event. */
export function applyLiveEvent(queries: QueryClient, api: Api, event: LiveEvent): void {
  switch (event.type) {
    case 'escalation.changed':
      return placeEscalation(queries, api, event.escalation);
    case 'call.changed':
      return placeCall(queries, api, event.call);
    case 'note.added':
    case 'statements.told': {
      const callId = event.type === 'note.added' ? event.note.callId : event.callId;
      void queries.invalidateQueries({ queryKey: api.calls.get.queryKey({ callId }) });
      return;
    }
    case 'briefing.published':
    case 'briefing.resolved': {
      const briefingId = event.type === 'briefing.published' ? event.briefing.briefingId : event.briefingId;
      void queries.invalidateQueries({ queryKey: api.briefings.list.pathKey() });
      void queries.invalidateQueries({ queryKey: api.briefings.get.queryKey({ briefingId }) });
      void queries.invalidateQueries({ queryKey: api.briefings.versions.queryKey({ briefingId }) });
      return;
    }
    // An open editor decides for itself what a colleague's save means for what is being typed there.
    case 'briefing.saved':
      void queries.invalidateQueries({ queryKey: api.briefings.list.pathKey() });
  }
}
