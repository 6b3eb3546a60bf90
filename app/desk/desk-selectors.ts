import type { LiveBriefing } from '@/domain/briefings/model';
import type { CallCard } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
import type { DeskState } from './desk-state';

const severityOrder = { critical: 0, high: 1, medium: 2, low: 3 } as const;

/** Ringing calls, the one that has waited longest first. */
export function waitingCalls(state: DeskState): CallCard[] {
  return Object.values(state.calls)
    .filter((call) => call.state === 'ringing')
    .sort((a, b) => a.ringAt.getTime() - b.ringAt.getTime());
}

/** Own calls that are not finished, the newest first. */
export function ownOpenCalls(state: DeskState): CallCard[] {
  return Object.values(state.calls)
    .filter((call) => call.answeredById === state.me && (call.state === 'live' || call.state === 'wrap_up'))
    .sort((a, b) => (b.answeredAt?.getTime() ?? 0) - (a.answeredAt?.getTime() ?? 0));
}

function isInForce(briefing: LiveBriefing, now: Date): boolean {
  const hasBegun = briefing.startsAt === null || briefing.startsAt <= now;
  const hasEnded = briefing.endsAt !== null && briefing.endsAt <= now;
  return hasBegun && !hasEnded;
}

/** Briefings in force at `now`, the gravest first, then the one changed last. */
export function liveBriefings(state: DeskState, now: Date): LiveBriefing[] {
  return Object.values(state.current)
    .flatMap((versionId) => state.versions[versionId] ?? [])
    .filter((briefing) => isInForce(briefing, now))
    .sort(
      (a, b) =>
        severityOrder[a.content.severity] - severityOrder[b.content.severity] ||
        b.publishedAt.getTime() - a.publishedAt.getTime(),
    );
}

/** Briefings that begin later, the next one first. */
export function comingBriefings(state: DeskState, now: Date): LiveBriefing[] {
  return Object.values(state.current)
    .flatMap((versionId) => state.versions[versionId] ?? [])
    .filter((briefing) => briefing.startsAt !== null && briefing.startsAt > now)
    .sort((a, b) => (a.startsAt?.getTime() ?? 0) - (b.startsAt?.getTime() ?? 0));
}

export type CallBriefing = {
  /** The version in force at the ring: what the operator began to read. */
  atRing: LiveBriefing | null;
  /** A later version, or a first briefing published since the ring; null while nothing has changed. */
  newer: LiveBriefing | null;
  /** The client ended the incident during the call. */
  isResolved: boolean;
};

/** What a call's operator must know of the briefing, found in what the desk holds without asking the server. */
export function briefingOf(state: DeskState, call: CallCard, now: Date): CallBriefing {
  const atRing = state.versions[call.briefingVersionId ?? ''] ?? null;
  if (call.briefingId === null) {
    const first = liveBriefings(state, now).find((briefing) => briefing.clientId === call.clientId) ?? null;
    return { atRing: null, newer: first, isResolved: false };
  }
  const current = state.versions[state.current[call.briefingId] ?? ''];
  const newer = current && current.versionId !== call.briefingVersionId ? current : null;
  return { atRing, newer, isResolved: current === undefined && atRing !== null };
}

/** Own escalations still in motion, the newest first. */
export function openEscalations(state: DeskState): EscalationCard[] {
  return Object.values(state.escalations)
    .filter(
      (one) =>
        one.startedById === state.me &&
        (one.state === 'open' || one.state === 'acknowledged' || one.state === 'unanswered'),
    )
    .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
}

export function escalationsOfCall(state: DeskState, callId: string): EscalationCard[] {
  return Object.values(state.escalations)
    .filter((one) => one.callId === callId)
    .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime());
}
