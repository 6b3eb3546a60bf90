import type { LiveBriefing } from '@/domain/briefings/model';
import type { CallCard, CallDesk, Note, ToldStatement } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
import type { OverflowWindow } from '@/domain/overflow/model';
import type { Playbook } from '@/domain/playbooks/model';
import type { Callback, PromiseCard } from '@/domain/promises/model';
import type { DeskPreferences, PresenceCard } from '@/domain/tenancy/model';
import type { LiveEvent } from '@/ui/live-event';
import { restoredDesk, type KeptDesk } from './kept-desk';
import {
  byId,
  deskFrom,
  newestReadings,
  playbookKey,
  withPublished,
  withVersion,
  type CallView,
  type DeskSnapshot,
  type DeskState,
  type Ending,
} from './desk-state';

export type DeskAction =
  /** `since` are the events that came while the snapshot was being read: it may not know them yet. */
  | { type: 'snapshot'; snapshot: DeskSnapshot; since: readonly LiveEvent[] }
  | { type: 'live'; event: LiveEvent }
  /** A call that this desk asked for, whoever's it is. */
  | { type: 'call'; call: CallCard }
  | { type: 'escalation'; escalation: EscalationCard }
  | { type: 'log'; callId: string; notes: readonly Note[]; told: readonly ToldStatement[] }
  | { type: 'version'; briefing: LiveBriefing }
  /** The server has recorded that this operator read the version. */
  | { type: 'read'; briefingId: string; version: number }
  | { type: 'view'; callId: string; view: CallView }
  | { type: 'callback'; callback: Callback }
  /** All open callbacks, as far as one reads them at once. */
  | { type: 'callbacks'; callbacks: readonly Callback[] }
  | { type: 'promise'; promise: PromiseCard }
  /** The operator has seen a reminder. */
  | { type: 'reminded'; causeId: string }
  | { type: 'presence'; presence: PresenceCard }
  | { type: 'playbook'; playbook: Playbook }
  | { type: 'preferences'; preferences: DeskPreferences }
  | { type: 'desks'; callId: string; desks: readonly CallDesk[] }
  /** What this browser kept, for a page that came without the server. */
  | { type: 'kept'; kept: KeptDesk };

export function deskReducer(state: DeskState, action: DeskAction): DeskState {
  switch (action.type) {
    case 'snapshot':
      return action.since.reduce(applyEvent, deskFrom(state.me, action.snapshot, state));
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
    case 'read':
      return {
        ...state,
        readings: newestReadings(state.readings, { [action.briefingId]: action.version }),
      };
    case 'view': {
      const view = { ...state.views[action.callId], ...action.view };
      return { ...state, views: { ...state.views, [action.callId]: view } };
    }
    case 'callback':
      return { ...state, callbacks: { ...state.callbacks, [action.callback.id]: action.callback } };
    case 'callbacks':
      return { ...state, callbacks: byId(action.callbacks) };
    case 'promise':
      return withPromise(state, action.promise);
    case 'reminded': {
      const { [action.causeId]: _, ...reminders } = state.reminders;
      return { ...state, reminders };
    }
    case 'presence':
      return withPresence(state, action.presence);
    case 'playbook':
      return withPlaybook(state, action.playbook);
    case 'preferences':
      return { ...state, preferences: action.preferences };
    case 'desks':
      return { ...state, desks: { ...state.desks, [action.callId]: action.desks } };
    case 'kept':
      return restoredDesk(state, action.kept);
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
      const { [event.briefing.briefingId]: _, ...endings } = state.endings;
      return { ...withPublished(state, event.briefing), endings };
    }
    case 'briefing.resolved':
      return withEnding(state, event.briefingId, { kind: 'resolved', reason: '', at: event.at });
    case 'briefing.withdrawn':
      return withEnding(state, event.briefingId, { kind: 'withdrawn', reason: event.reason, at: event.at });
    case 'escalation.changed':
      return withEscalation(state, event.escalation);
    case 'callback.changed':
      return { ...state, callbacks: { ...state.callbacks, [event.callback.id]: event.callback } };
    case 'overflow.changed':
      return withOverflow(state, event.overflow, event.isClosed);
    case 'promise.changed':
      return withPromise(state, event.promise);
    case 'promise.reminded':
      return withReminder(state, event);
    case 'presence.changed':
      return withPresence(state, event.presence);
    case 'call.desks':
      return { ...state, desks: { ...state.desks, [event.callId]: event.desks } };
    case 'playbook.changed':
      return withPlaybook(state, event.playbook);
    case 'callType.changed':
      return { ...state, callTypes: { ...state.callTypes, [event.callType.id]: event.callType } };
    case 'assignments.changed':
      return event.memberId === state.me ? { ...state, ownClients: event.clientIds } : state;
    case 'message.changed':
    // Read by the authors' and the managers' screens, or, of many callbacks at once, asked for anew by the desk.
    case 'briefing.saved':
    case 'briefing.confirmed':
    case 'callbacks.changed':
    case 'recall.changed':
    case 'questions.changed':
    case 'surge.changed':
    case 'reviews.changed':
    case 'reviewActions.changed':
    case 'coaching.changed':
    case 'schedule.changed':
    case 'callerUpdate.changed':
    case 'inbox.changed':
    case 'pack.changed':
      return state;
  }
}

/** What recalls, answers and settled matters ask for stands among the callbacks. */
function withPromise(state: DeskState, promise: PromiseCard): DeskState {
  if (promise.reason !== 'call') return state;
  return { ...state, promises: { ...state.promises, [promise.id]: promise } };
}

function withReminder(
  state: DeskState,
  { stage, promises, count, at, lateMs }: Extract<LiveEvent, { type: 'promise.reminded' }>,
): DeskState {
  const [first] = promises;
  if (first === undefined) return state;
  const reminder = { stage, promises, count, at, lateMs };
  return { ...state, reminders: { ...state.reminders, [first.causeId]: reminder } };
}

function withPresence(state: DeskState, presence: PresenceCard): DeskState {
  return { ...state, colleagues: { ...state.colleagues, [presence.membershipId]: presence } };
}

function withPlaybook(state: DeskState, playbook: Playbook): DeskState {
  return { ...state, playbooks: { ...state.playbooks, [playbookKey(playbook)]: playbook } };
}

function withEnding(state: DeskState, briefingId: string, ending: Ending): DeskState {
  const { [briefingId]: _, ...published } = state.published;
  return { ...state, published, endings: { ...state.endings, [briefingId]: ending } };
}

function withOverflow(state: DeskState, window: OverflowWindow, isClosed: boolean): DeskState {
  const { [window.id]: _, ...others } = state.overflow;
  return { ...state, overflow: isClosed ? others : { ...others, [window.id]: window } };
}

/** Keeps what this desk shows: ringing calls, own open calls, and any call that it already follows. */
function withCall(state: DeskState, call: CallCard): DeskState {
  const concerns =
    call.state === 'ringing' ||
    call.answeredById === state.me ||
    call.handoverToId === state.me ||
    state.calls[call.id] !== undefined;
  if (!concerns) return state;
  // A client is known once a call for it has been closed, not in the middle of the first.
  const { clientId } = call;
  const isNewlyKnown =
    clientId !== null &&
    call.answeredById === state.me &&
    call.state === 'closed' &&
    !state.knownClients.includes(clientId);
  return {
    ...state,
    calls: { ...state.calls, [call.id]: call },
    knownClients: isNewlyKnown ? [...state.knownClients, clientId] : state.knownClients,
  };
}

function withEscalation(state: DeskState, escalation: EscalationCard): DeskState {
  const concerns =
    escalation.startedById === state.me ||
    state.escalations[escalation.id] !== undefined ||
    (escalation.callId !== null && state.calls[escalation.callId] !== undefined);
  return concerns ? { ...state, escalations: { ...state.escalations, [escalation.id]: escalation } } : state;
}

function withLog(
  state: DeskState,
  callId: string,
  notes: readonly Note[],
  told: readonly ToldStatement[],
): DeskState {
  const before = state.logs[callId] ?? { notes: [], told: [] };
  const toldKey = (one: ToldStatement) => `${one.briefingVersionId}:${one.statementId}`;
  const log = {
    notes: Object.values(byId([...before.notes, ...notes])).sort(
      (a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1),
    ),
    told: [...new Map([...before.told, ...told].map((one) => [toldKey(one), one])).values()],
  };
  return { ...state, logs: { ...state.logs, [callId]: log } };
}
