import superjson from 'superjson';
import type { BriefingSummary, LiveBriefing, Reach } from '@/domain/briefings/model';
import type { CallCard, CallDesk, Note, ToldStatement } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
import type { MessageCard } from '@/domain/messages/model';
import type { OverflowWindow } from '@/domain/overflow/model';
import type { CallType, Playbook } from '@/domain/playbooks/model';
import type { Callback, PromiseCard, RemindStage } from '@/domain/promises/model';
import type { PackCard } from '@/domain/reports/model';
import type { Surge } from '@/domain/surges/model';
import type { PresenceCard } from '@/domain/tenancy/model';

type Payloads = {
  'call.changed': { call: CallCard };
  'note.added': { note: Note };
  'statements.told': { callId: string; told: ToldStatement[] };
  'briefing.published': { briefing: LiveBriefing };
  'briefing.resolved': { briefingId: string; clientId: string };
  'briefing.saved': { briefing: BriefingSummary };
  'briefing.withdrawn': { briefingId: string; clientId: string; reason: string };
  'briefing.confirmed': { briefingId: string; versionId: string; version: number; reach: Reach };
  'recall.changed': { recallId: string; briefingId: string; clientId: string };
  'callback.changed': { callback: Callback };
  /** Many at once: read the list anew. */
  'callbacks.changed': { clientId: string; causeId: string };
  'questions.changed': { briefingId: string; clientId: string; groupId: string };
  'surge.changed': { surge: Surge };
  'overflow.changed': { overflow: OverflowWindow; isClosed: boolean };
  'escalation.changed': { escalation: EscalationCard };
  'promise.changed': { promise: PromiseCard };
  /** Somebody is reminded of promises that are due together; at most 20 of them travel along. */
  'promise.reminded': { stage: RemindStage; promises: PromiseCard[]; count: number; lateMs: number };
  /** A close-out pack is asked for, further, made, or failed. */
  'pack.changed': { pack: PackCard };
  /** Somebody came to a desk, or does something else now. */
  'presence.changed': { presence: PresenceCard };
  /** In whose windows a call is open. */
  'call.desks': { callId: string; desks: CallDesk[] };
  /** A playbook that is offered from now on, or, archived, no more. */
  'playbook.changed': { playbook: Playbook; isArchived: boolean };
  'callType.changed': { callType: CallType };
  'assignments.changed': { memberId: string; clientIds: string[] };
  'message.changed': { message: MessageCard };
  /** Verdicts were given; null: on many escalations at once. */
  'reviews.changed': { escalationIds: string[] | null };
  /** What a client has to mend. */
  'reviewActions.changed': { clientId: string };
  /** Calls were drawn to be scored, or somebody was coached or answered; null: read all lists of it anew. */
  'coaching.changed': { operatorIds: string[] | null };
  /** A schedule, its overrides, coverages or the holidays behind it: who is on call may be somebody else now. */
  'schedule.changed': { scheduleId: string | null; clientId: string };
  /** What a caller agreed to be told, or what became of it. */
  'callerUpdate.changed': { callId: string; clientId: string };
  /** Somebody has a message in the product. */
  'inbox.changed': { membershipId: string };
};

export type LiveEventType = keyof Payloads;

/** One thing that happened; `seq` tells one event from another. */
export type LiveEvent = {
  [Type in LiveEventType]: { type: Type; seq: number; at: Date } & Payloads[Type];
}[LiveEventType];

export const liveEventTypes = [
  'call.changed',
  'note.added',
  'statements.told',
  'briefing.published',
  'briefing.resolved',
  'briefing.saved',
  'briefing.withdrawn',
  'briefing.confirmed',
  'recall.changed',
  'callback.changed',
  'callbacks.changed',
  'questions.changed',
  'surge.changed',
  'overflow.changed',
  'escalation.changed',
  'promise.changed',
  'promise.reminded',
  'pack.changed',
  'presence.changed',
  'call.desks',
  'playbook.changed',
  'callType.changed',
  'assignments.changed',
  'message.changed',
  'reviews.changed',
  'reviewActions.changed',
  'coaching.changed',
  'schedule.changed',
  'callerUpdate.changed',
  'inbox.changed',
] as const satisfies readonly LiveEventType[];

/** The event that a frame of /api/live carries. */
export function readLiveEvent(type: LiveEventType, frame: string): LiveEvent {
  const payload = superjson.deserialize<object>(
    JSON.parse(frame) as Parameters<typeof superjson.deserialize>[0],
  );
  return { ...payload, type } as LiveEvent;
}
