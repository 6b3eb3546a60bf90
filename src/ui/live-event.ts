import superjson from 'superjson';
import type { BriefingSummary, LiveBriefing } from '@/domain/briefings/model';
import type { CallCard, Note, ToldStatement } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';

type Payloads = {
  'call.changed': { call: CallCard };
  'note.added': { note: Note };
  'statements.told': { callId: string; told: ToldStatement[] };
  'briefing.published': { briefing: LiveBriefing };
  'briefing.resolved': { briefingId: string; clientId: string };
  'briefing.saved': { briefing: BriefingSummary };
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
  'escalation.changed',
] as const satisfies readonly LiveEventType[];

/** The event that a frame of /api/live carries. */
export function readLiveEvent(type: LiveEventType, frame: string): LiveEvent {
  const payload = superjson.deserialize<object>(
    JSON.parse(frame) as Parameters<typeof superjson.deserialize>[0],
  );
  return { ...payload, type } as LiveEvent;
}
