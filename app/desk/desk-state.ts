import type { LiveBriefing } from '@/domain/briefings/model';
import type { CallCard, Note, ToldStatement } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
import type { LiveEvent } from '@/ui/live-event';

export type DeskSnapshot = {
  horizon: string;
  now: Date;
  briefings: LiveBriefing[];
  waiting: CallCard[];
  mine: CallCard[];
  escalations: EscalationCard[];
};

/** The log of one call: what the server has accepted. */
type CallLog = { notes: Note[]; told: ToldStatement[] };

export type DeskState = {
  /** The membership id of the operator. */
  me: string;
  /** Every briefing version seen since the desk was opened, by version id: a call keeps the one of its ring. */
  versions: Readonly<Record<string, LiveBriefing>>;
  /** The version in force of each briefing that is not resolved, by briefing id. */
  current: Readonly<Record<string, string>>;
  calls: Readonly<Record<string, CallCard>>;
  escalations: Readonly<Record<string, EscalationCard>>;
  logs: Readonly<Record<string, CallLog>>;
};

export type DeskAction =
  /** `since` are the events that came while the snapshot was being read: it may not know them yet. */
  | { type: 'snapshot'; snapshot: DeskSnapshot; since: readonly LiveEvent[] }
  | { type: 'live'; event: LiveEvent }
  /** A call that this desk asked for, whoever's it is. */
  | { type: 'call'; call: CallCard }
  | { type: 'escalation'; escalation: EscalationCard }
  | { type: 'log'; callId: string; notes: readonly Note[]; told: readonly ToldStatement[] }
  | { type: 'version'; briefing: LiveBriefing };

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Record<string, Item> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

export function deskFrom(me: string, snapshot: DeskSnapshot): DeskState {
  return {
    me,
    versions: Object.fromEntries(snapshot.briefings.map((briefing) => [briefing.versionId, briefing])),
    current: Object.fromEntries(
      snapshot.briefings.map((briefing) => [briefing.briefingId, briefing.versionId]),
    ),
    calls: byId([...snapshot.waiting, ...snapshot.mine]),
    escalations: byId(snapshot.escalations),
    logs: {},
  };
}

export function deskReducer(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'snapshot': {
      const fresh = deskFrom(state.me, action.snapshot);
      const merged = { ...fresh, versions: { ...state.versions, ...fresh.versions }, logs: state.logs };
      return action.since.reduce(applyEvent, merged);
    }
    case 'live':
      return applyEvent(state, action.event);
    case 'call':
      return { ...state, calls: { ...state.calls, [action.call.id]: action.call } };
    case 'escalation':
      return withEscalation(state, action.escalation);
    case 'log':
      return withLog(state, action.callId, action.notes, action.told);
    case 'version':
      return withVersion(state, action.briefing);
  }
}

function applyEvent(state: DeskState, event: LiveEvent): DeskState {
  switch (event.type) {
    case 'call.changed':
      return withCall(state, event.call);
    case 'note.added':
      return withLog(state, event.note.callId, [event.note], []);
    case 'statements.told':
      return withLog(state, event.callId, [], event.told);
    case 'briefing.published': {
      const { briefing } = event;
      const known = state.versions[state.current[briefing.briefingId] ?? ''];
      if (known && known.version > briefing.version) return withVersion(state, briefing);
      const current = { ...state.current, [briefing.briefingId]: briefing.versionId };
      return { ...withVersion(state, briefing), current };
    }
    case 'briefing.resolved': {
      const left = Object.entries(state.current).filter(([briefingId]) => briefingId !== event.briefingId);
      return { ...state, current: Object.fromEntries(left) };
    }
    case 'escalation.changed':
      return withEscalation(state, event.escalation);
    case 'briefing.saved':
      return state;
  }
}

/** Keeps what this desk shows: ringing calls, own open calls, and any call that it already follows. */
function withCall(state: DeskState, call: CallCard): DeskState {
  const concerns =
    call.state === 'ringing' || call.answeredById === state.me || state.calls[call.id] !== undefined;
  return concerns ? { ...state, calls: { ...state.calls, [call.id]: call } } : state;
}

function withEscalation(state: DeskState, escalation: EscalationCard): DeskState {
  const concerns =
    escalation.startedById === state.me ||
    state.escalations[escalation.id] !== undefined ||
    (escalation.callId !== null && state.calls[escalation.callId] !== undefined);
  return concerns ? { ...state, escalations: { ...state.escalations, [escalation.id]: escalation } } : state;
}

function withVersion(state: DeskState, briefing: LiveBriefing): DeskState {
  return { ...state, versions: { ...state.versions, [briefing.versionId]: briefing } };
}

function withLog(
  state: DeskState,
  callId: string,
  notes: readonly Note[],
  told: readonly ToldStatement[],
): DeskState {
  const before = state.logs[callId] ?? { notes: [], told: [] };
  const toldKey = (one: ToldStatement) => `${one.briefingVersionId}:${one.statementId}`;
  const log: CallLog = {
    notes: Object.values(byId([...before.notes, ...notes])).sort((a, b) => a.at.getTime() - b.at.getTime()),
    told: [...new Map([...before.told, ...told].map((one) => [toldKey(one), one])).values()],
  };
  return { ...state, logs: { ...state.logs, [callId]: log } };
}
