import superjson from 'superjson';
import type { BriefingSummary, LiveBriefing, Reach } from '@/domain/briefings/model';
import type { CallCard, Note, ToldStatement } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
import type { OverflowWindow } from '@/domain/overflow/model';
import type { Callback } from '@/domain/promises/model';
import type { Surge } from '@/domain/surges/model';

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
] as const satisfies readonly LiveEventType[];

/** The event that a frame of /api/live carries. */
export function readLiveEvent(type: LiveEventType, frame: string): LiveEvent {
  const payload = superjson.deserialize<object>(
    JSON.parse(frame) as Parameters<typeof superjson.deserialize>[0],
  );
  return { ...payload, type } as LiveEvent;
}
