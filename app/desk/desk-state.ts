import type { Language, LiveBriefing, Withdrawal } from '@/domain/briefings/model';
import type { CallCard, CallDesk, Note, ToldStatement } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
import type { OverflowWindow } from '@/domain/overflow/model';
import type { CallType, Playbook } from '@/domain/playbooks/model';
import type { Callback, PromiseCard, RemindStage } from '@/domain/promises/model';
import type { DeskPreferences, PresenceCard } from '@/domain/tenancy/model';

export type DeskSnapshot = {
  horizon: string;
  now: Date;
  briefings: LiveBriefing[];
  readings: Record<string, number>;
  waiting: CallCard[];
  mine: CallCard[];
  escalations: EscalationCard[];
  overflow: OverflowWindow[];
  callbacks: Callback[];
  /** What is offered. A call may keep an older version, which comes with the call. */
  playbooks: Playbook[];
  callTypes: CallType[];
  /** Open promises that operators gave, by deadline. */
  promises: PromiseCard[];
  /** Everybody at a desk, oneself included. */
  colleagues: PresenceCard[];
  /** Clients for whom this operator has answered a call. */
  knownClients: string[];
  /** The clients this operator takes calls for; none: all. */
  ownClients: string[];
  preferences: DeskPreferences;
};

export const playbookKey = ({ id, version }: { id: string; version: number }) => `${id}@${version}`;

/** The log of one call: what the server has accepted. */
type CallLog = { notes: Note[]; told: ToldStatement[] };

/** How a briefing was ended by its people while the desk was open. `reason` is '' where nobody gave one. */
export type Ending = { kind: 'resolved' | 'withdrawn'; reason: string; at: Date };

/** Promises that are due together, of which somebody was reminded while the desk was open. */
export type DeskReminder = {
  stage: RemindStage;
  promises: readonly PromiseCard[];
  /** Of which `promises` are the first. */
  count: number;
  at: Date;
  lateMs: number;
};

/** What this operator chose for one call; the rest follows from the call. */
export type CallView = {
  /** The version being read: the one on screen when the call was answered, until a newer one is asked for. */
  versionId?: string;
  language?: Language;
};

/** What fills the desk besides a ringing call or the idle screen. */
export type DeskPlace = { kind: 'call' | 'callback'; id: string };

export type DeskState = {
  /** The membership id of the operator. */
  me: string;
  /** The server's time of the last snapshot, for the first paint, before this computer's clock is known. */
  readAt: Date;
  /** Every briefing version seen since the desk was opened, by version id: a call keeps the one of its ring. */
  versions: Readonly<Record<string, LiveBriefing>>;
  /** By briefing id: the versions of it that are, were or will be in force. One that was ended has none. */
  published: Readonly<Record<string, readonly string[]>>;
  /** By briefing id, the newest first. It only grows: what was taken back once stays so, whatever comes late. */
  withdrawals: Readonly<Record<string, readonly Withdrawal[]>>;
  endings: Readonly<Record<string, Ending>>;
  /** The newest version that this operator has confirmed, by briefing id. */
  readings: Readonly<Record<string, number>>;
  calls: Readonly<Record<string, CallCard>>;
  views: Readonly<Record<string, CallView>>;
  escalations: Readonly<Record<string, EscalationCard>>;
  overflow: Readonly<Record<string, OverflowWindow>>;
  callbacks: Readonly<Record<string, Callback>>;
  logs: Readonly<Record<string, CallLog>>;
  /** By playbookKey. */
  playbooks: Readonly<Record<string, Playbook>>;
  callTypes: Readonly<Record<string, CallType>>;
  promises: Readonly<Record<string, PromiseCard>>;
  /** By what they have in common: the promise itself, or a recall. The latest of each, until it was seen. */
  reminders: Readonly<Record<string, DeskReminder>>;
  /** By membership id; whoever left a while ago is still there, see seenAt. */
  colleagues: Readonly<Record<string, PresenceCard>>;
  knownClients: readonly string[];
  ownClients: readonly string[];
  preferences: DeskPreferences;
  /** By call id: the windows in which it is open, one's own included. */
  desks: Readonly<Record<string, readonly CallDesk[]>>;
};

export function byId<Item extends { readonly id: string }>(items: readonly Item[]): Record<string, Item> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

/** The state with one more version, and with what it tells of statements that were taken back. */
export function withVersion(state: DeskState, briefing: LiveBriefing): DeskState {
  const { briefingId, versionId } = briefing;
  const known = state.withdrawals[briefingId] ?? [];
  const withdrawals = Object.values(byId([...known, ...briefing.withdrawals])).sort(
    (a, b) => b.at.getTime() - a.at.getTime(),
  );
  return {
    ...state,
    versions: { ...state.versions, [versionId]: briefing },
    withdrawals: { ...state.withdrawals, [briefingId]: withdrawals },
  };
}

/** The state with a version that is published: in force now or later. */
export function withPublished(state: DeskState, briefing: LiveBriefing): DeskState {
  const { briefingId, versionId } = briefing;
  const ids = new Set([...(state.published[briefingId] ?? []), versionId]);
  return {
    ...withVersion(state, briefing),
    published: { ...state.published, [briefingId]: [...ids] },
  };
}

/** The state of a desk that opens; with `before` of one that reads everything again. */
export function deskFrom(me: string, snapshot: DeskSnapshot, before?: DeskState): DeskState {
  const start: DeskState = {
    me,
    readAt: snapshot.now,
    versions: before?.versions ?? {},
    published: {},
    withdrawals: before?.withdrawals ?? {},
    endings: before?.endings ?? {},
    readings: newestReadings(before?.readings ?? {}, snapshot.readings),
    calls: byId([...snapshot.waiting, ...snapshot.mine]),
    views: before?.views ?? {},
    escalations: byId(snapshot.escalations),
    overflow: byId(snapshot.overflow),
    callbacks: byId(snapshot.callbacks),
    logs: before?.logs ?? {},
    playbooks: {
      ...before?.playbooks,
      ...Object.fromEntries(snapshot.playbooks.map((one) => [playbookKey(one), one])),
    },
    callTypes: byId(snapshot.callTypes),
    promises: byId(snapshot.promises),
    reminders: before?.reminders ?? {},
    colleagues: Object.fromEntries(snapshot.colleagues.map((one) => [one.membershipId, one])),
    knownClients: snapshot.knownClients,
    ownClients: snapshot.ownClients,
    preferences: snapshot.preferences,
    desks: before?.desks ?? {},
  };
  return snapshot.briefings.reduce(withPublished, start);
}

/** A confirmation that the server took is not forgotten because a snapshot was read just before it. */
export function newestReadings(
  known: Readonly<Record<string, number>>,
  told: Readonly<Record<string, number>>,
): Record<string, number> {
  const newest = { ...known };
  for (const [briefingId, version] of Object.entries(told)) {
    newest[briefingId] = Math.max(version, known[briefingId] ?? 0);
  }
  return newest;
}
