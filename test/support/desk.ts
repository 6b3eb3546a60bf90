import { deskFrom, type DeskSnapshot, type DeskState } from '../../app/desk/desk-state';
import { deskReducer } from '../../app/desk/desk-reducer';
import { defaultPreferences } from '@/domain/tenancy/model';
import {
  briefingContentInput,
  type BriefingContent,
  type LiveBriefing,
  type Withdrawal,
} from '../../src/domain/briefings/model';
import type { CallCard, ToldStatement } from '../../src/domain/calls/model';
import type { Callback } from '../../src/domain/promises/model';
import type { LiveEvent } from '../../src/ui/live-event';

/** Noon of the day on which these desks work. */
export const noon = new Date('2026-03-29T12:00:00Z');

/** `minutes` after noon. */
export const at = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000);

export function statement(
  id: string,
  text: string,
  more: Partial<BriefingContent['statements'][number]> = {},
) {
  return { id, text, validUntil: null, in: {}, ...more };
}

export function content(blocks: Partial<BriefingContent> = {}): BriefingContent {
  const blank = briefingContentInput.parse({});
  return { ...(blank as BriefingContent), headline: 'Wrong payslips', severity: 'high', ...blocks };
}

type Given = Partial<Omit<LiveBriefing, 'content'>> & { content?: Partial<BriefingContent> };

/** A published version; of `b1` of Brightwater Payroll unless told. */
export function briefing({ content: blocks = {}, ...given }: Given = {}): LiveBriefing {
  const { briefingId = 'b1', version = 1 } = given;
  return {
    briefingId,
    versionId: `${briefingId}v${version}`,
    version,
    clientId: 'brightwater',
    clientName: 'Brightwater Payroll',
    approvals: {},
    withdrawals: [],
    unapproved: 0,
    publishedAt: at(-60 + version),
    publishedByName: 'Ada Author',
    startsAt: null,
    endsAt: null,
    ...given,
    content: content(blocks),
  };
}

export function withdrawal(
  given: Partial<Withdrawal> & { statementId: string; version: number },
): Withdrawal {
  return {
    id: `w-${given.statementId}-${given.version}`,
    text: 'The payslips are right.',
    correction: null,
    reason: 'It was wrong.',
    at: noon,
    byName: 'Ada Author',
    ...given,
  };
}

export function call(given: Partial<CallCard> = {}): CallCard {
  return {
    id: 'call',
    state: 'live',
    clientId: 'brightwater',
    clientName: 'Brightwater Payroll',
    clientTimeZone: 'Europe/Berlin',
    accountInfo: '',
    answerPhrase: '',
    didLabel: null,
    dnis: '+4930123456',
    ani: '+4915112345678',
    isAniValid: true,
    routeReason: 'overflow',
    ringAt: noon,
    answeredAt: noon,
    answeredById: 'me',
    answeredByName: 'Olga Operator',
    isHeld: false,
    endedAt: null,
    abandonedAt: null,
    closedAt: null,
    callerName: '',
    callerPhone: null,
    moodAtStart: null,
    mood: null,
    urgency: 'routine',
    requestedSolution: '',
    intake: {},
    readBack: null,
    disposition: null,
    channel: 'phone',
    playbookId: 'step_back',
    playbookVersion: 1,
    callTypeId: null,
    issue: '',
    apology: null,
    abuseCount: 0,
    steps: {},
    routineRemedies: [],
    handoverToId: null,
    handoverToName: null,
    handoverWords: null,
    handoverAt: null,
    briefingId: 'b1',
    briefingVersionId: 'b1v1',
    earlierCalls: 0,
    ...given,
  };
}

export function told(given: Partial<ToldStatement> = {}): ToldStatement {
  return {
    statementId: 's1',
    briefingVersionId: 'b1v1',
    text: 'The payslips are right.',
    at: at(-1),
    byName: 'Olga Operator',
    ...given,
  };
}

export function callback(given: Partial<Callback> = {}): Callback {
  return {
    id: 'c1',
    clientId: 'brightwater',
    clientName: 'Brightwater Payroll',
    clientTimeZone: 'Europe/Berlin',
    callId: 'call',
    reason: 'recall',
    causeId: 'recall',
    briefingId: 'b1',
    what: 'A statement was wrong.',
    before: 'The payslips are right.',
    sayNow: 'The payslips are being corrected.',
    isAwaitingApproval: false,
    callerName: 'Carl Caller',
    callerPhone: '+4915112345678',
    callerTimeZone: 'Europe/Berlin',
    owner: 'service',
    dueAt: at(240),
    state: 'open',
    tries: 0,
    claimedById: null,
    claimedByName: null,
    assignedToId: null,
    assignedToName: null,
    nextTryAt: null,
    endedAt: null,
    endedByName: null,
    ...given,
  };
}

export function snapshot(given: Partial<DeskSnapshot> = {}): DeskSnapshot {
  return {
    horizon: '1-1',
    now: noon,
    briefings: [],
    readings: {},
    waiting: [],
    mine: [],
    escalations: [],
    overflow: [],
    callbacks: [],
    playbooks: [],
    callTypes: [],
    promises: [],
    colleagues: [],
    knownClients: [],
    ownClients: [],
    preferences: defaultPreferences,
    ...given,
  };
}

export function desk(given: Partial<DeskSnapshot> = {}): DeskState {
  return deskFrom('me', snapshot(given));
}

type WithoutFrame<Event> = Event extends unknown ? Omit<Event, 'seq' | 'at'> & { at?: Date } : never;

/** The desk after these live events, one after the other. */
export function after(state: DeskState, ...events: WithoutFrame<LiveEvent>[]): DeskState {
  return events.reduce(
    (before, event, seq) => deskReducer(before, { type: 'live', event: { seq, at: noon, ...event } }),
    state,
  );
}

export const published = (next: LiveBriefing) => ({ type: 'briefing.published' as const, briefing: next });
