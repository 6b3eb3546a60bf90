import type { LiveBriefing } from '@/domain/briefings/model';
import { precedence } from '@/domain/briefings/precedence';
import { versionInForce } from '@/domain/briefings/version-in-force';
import type { CallCard } from '@/domain/calls/model';
import type { DeskState, Ending } from './desk-state';

function publishedVersions(state: DeskState, briefingId: string): LiveBriefing[] {
  return (state.published[briefingId] ?? []).flatMap((versionId) => state.versions[versionId] ?? []);
}

/** The version of one briefing that operators speak from at `now`, found in what the desk holds. */
export function versionNow(state: DeskState, briefingId: string | null, now: Date): LiveBriefing | null {
  if (briefingId === null) return null;
  const versions = publishedVersions(state, briefingId);
  // What has arrived is published, even where the clock of this computer is a moment behind the server's.
  const at = new Date(Math.max(now.getTime(), ...versions.map(({ publishedAt }) => publishedAt.getTime())));
  return versionInForce({ resolvedAt: null, versions }, at);
}

/** Briefings in force at `now`, in the order of precedence. */
export function liveBriefings(state: DeskState, now: Date): LiveBriefing[] {
  return Object.keys(state.published)
    .flatMap((briefingId) => versionNow(state, briefingId, now) ?? [])
    .sort(precedence);
}

/** All briefings of one client in force at `now`, the one to read first first. */
export function briefingsOf(state: DeskState, clientId: string | null, now: Date): LiveBriefing[] {
  return liveBriefings(state, now).filter((briefing) => briefing.clientId === clientId);
}

/** Versions that begin later, the next one first. */
export function comingBriefings(state: DeskState, now: Date): LiveBriefing[] {
  return Object.keys(state.published)
    .flatMap((briefingId) => publishedVersions(state, briefingId))
    .filter(({ startsAt }) => startsAt !== null && startsAt > now)
    .sort((a, b) => (a.startsAt?.getTime() ?? 0) - (b.startsAt?.getTime() ?? 0));
}

/** Whether this operator still has to confirm the version. */
export function isUnread(state: DeskState, briefing: LiveBriefing): boolean {
  return (state.readings[briefing.briefingId] ?? 0) < briefing.version;
}

/** The version that this operator confirmed last, where the desk holds it. */
export function lastRead(state: DeskState, briefing: LiveBriefing): LiveBriefing | null {
  const version = state.readings[briefing.briefingId];
  const known = Object.values(state.versions);
  return known.find((one) => one.briefingId === briefing.briefingId && one.version === version) ?? null;
}

/** Whether something of it is said before anybody has approved it. */
export function isProvisional(briefing: LiveBriefing): boolean {
  return Object.values(briefing.approvals).some(({ kind }) => kind === 'emergency');
}

/** Why a briefing that was being read is in force no more. `over`: its time ended; `unknown`: ask the server. */
export type CallEnding = Ending | { kind: 'over'; reason: ''; at: Date } | { kind: 'unknown' };

export type CallBriefing = {
  /** The version on screen: the one of the ring until the operator asks for another. */
  shown: LiveBriefing | null;
  /** A later version of it, in force now. */
  newer: LiveBriefing | null;
  /** The client's other briefings in force, in the order of precedence. */
  others: LiveBriefing[];
  ending: CallEnding | null;
};

/** What a call's operator must know of the client's briefings, found in what the desk holds. */
export function callBriefing(state: DeskState, call: CallCard, now: Date): CallBriefing {
  const versionId = state.views[call.id]?.versionId ?? call.briefingVersionId;
  const shown = versionId === null ? null : (state.versions[versionId] ?? null);
  const all = briefingsOf(state, call.clientId, now);
  if (shown === null) return { shown, newer: null, others: all, ending: null };
  const current = versionNow(state, shown.briefingId, now);
  return {
    shown,
    newer: current !== null && current.version > shown.version ? current : null,
    others: all.filter(({ briefingId }) => briefingId !== shown.briefingId),
    ending: current === null ? endingOf(state, shown, now) : null,
  };
}

function endingOf(state: DeskState, shown: LiveBriefing, now: Date): CallEnding {
  const known = state.endings[shown.briefingId];
  if (known !== undefined) return known;
  const newest = publishedVersions(state, shown.briefingId)
    .filter(({ startsAt }) => startsAt === null || startsAt <= now)
    .reduce((best, next) => (next.version > best.version ? next : best), shown);
  if (newest.endsAt !== null && newest.endsAt <= now) return { kind: 'over', reason: '', at: newest.endsAt };
  return { kind: 'unknown' };
}
