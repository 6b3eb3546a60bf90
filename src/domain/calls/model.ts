import { z } from 'zod';
import { languages } from '../briefings/model';
import { apologyKinds, type ApologyKind } from '../playbooks/model';
import type { PresenceCard } from '../tenancy/model';

/** Derived by the database from the call's instants, never set: see call-state.ts. */
export type CallState = 'ringing' | 'live' | 'wrap_up' | 'abandoned' | 'closed';

export const routeReasons = ['overflow', 'after_hours', 'direct'] as const;
export type RouteReason = (typeof routeReasons)[number];

export const moods = ['calm', 'upset', 'angry', 'abusive'] as const;
export type Mood = (typeof moods)[number];

export const urgencies = ['routine', 'urgent', 'emergency'] as const;
export type Urgency = (typeof urgencies)[number];

/** `abuse`: the boundary was named. */
const noteKinds = ['point', 'question', 'correction', 'abuse'] as const;
export type NoteKind = (typeof noteKinds)[number];

const readBackResolutions = ['total', 'pending', 'agreed'] as const;
export type ReadBackResolution = (typeof readBackResolutions)[number];

export const dispositions = [
  'informed',
  'message_taken',
  'escalated',
  'callback_promised',
  'wrong_number',
  'caller_hung_up',
  'ended_for_abuse',
] as const;
export type Disposition = (typeof dispositions)[number];

/** A complaint in writing is worked off like a call. */
export type CallChannel = 'phone' | 'email';

export type CallEventType = 'ringing' | 'answered' | 'held' | 'resumed' | 'ended' | 'abandoned';

/**
 * A call as every screen shows it. Self-contained, so that a ring can be painted from the event alone:
 * the briefing's content is the one thing looked up, by `briefingVersionId`, in what the desk already holds.
 */
export type CallCard = {
  id: string;
  state: CallState;
  clientId: string | null;
  clientName: string | null;
  clientTimeZone: string | null;
  /** Standing account info ("info page"), for when no briefing is in force. */
  accountInfo: string;
  /** The exact greeting for the dialled number. */
  answerPhrase: string;
  didLabel: string | null;
  /** The dialled number (DNIS) and the caller's (ANI): E.164, or the text as received where it is no number. */
  dnis: string;
  ani: string;
  isAniValid: boolean;
  routeReason: RouteReason;
  ringAt: Date;
  answeredAt: Date | null;
  answeredById: string | null;
  answeredByName: string | null;
  isHeld: boolean;
  endedAt: Date | null;
  abandonedAt: Date | null;
  closedAt: Date | null;
  callerName: string;
  callerPhone: string | null;
  moodAtStart: Mood | null;
  mood: Mood | null;
  urgency: Urgency;
  requestedSolution: string;
  intake: Record<string, string>;
  readBack: ReadBackResolution | null;
  disposition: Disposition | null;
  /** The briefing version that was in force at the ring. */
  briefingId: string | null;
  briefingVersionId: string | null;
  /** How many earlier calls came from this number to this client in the 24 hours before the ring. */
  earlierCalls: number;
  channel: CallChannel;
  /** The playbook version it began with. */
  playbookId: string;
  playbookVersion: number;
  callTypeId: string | null;
  /** The matter as heard, to repeat back. */
  issue: string;
  apology: ApologyKind | null;
  abuseCount: number;
  /** When each step was ticked (RFC 3339), by its id. */
  steps: Record<string, string>;
  /** What the client lets operators settle on the spot. */
  routineRemedies: string[];
  handoverToId: string | null;
  handoverToName: string | null;
  handoverWords: string | null;
  handoverAt: Date | null;
};

/** A window in which a call is open. */
export type CallDesk = { deskId: string; membershipId: string; name: string; isWriting: boolean };

/** Somebody at a desk, with what they have in hand: a call before a wrap-up. */
export type Colleague = PresenceCard & { inHand: 'live' | 'wrap_up' | null };

/** Text typed in a window that is perhaps gone. */
export type NoteDraft = { deskId: string; text: string; savedAt: Date };

/** A call beside the one at hand: of the same caller, or about something alike. */
export type CallBeside = {
  id: string;
  ringAt: Date;
  callerName: string;
  answeredByName: string | null;
  disposition: Disposition | null;
  mood: Mood | null;
  /** The matter as heard, else the first point of its log. */
  issue: string;
  /** How much alike, 0 to 1; 1 for the same caller. */
  likeness: number;
  /** Statements this caller was told, the first three. */
  told: string[];
};

export type SearchHit = {
  kind: 'call' | 'briefing';
  id: string;
  clientId: string | null;
  clientName: string | null;
  /** The caller's name and number, or the headline. */
  title: string;
  /** The words around what was found. */
  excerpt: string;
  at: Date;
};

export type Note = {
  id: string;
  callId: string;
  kind: NoteKind;
  text: string;
  at: Date;
  byName: string;
  correctsNoteId: string | null;
};

export type ToldStatement = {
  statementId: string;
  briefingVersionId: string;
  text: string;
  at: Date;
  byName: string;
};

/** One statement that one caller was told: of which version, in which words, when and by whom. */
export type ToldRecord = {
  statementId: string;
  version: number;
  text: string;
  /** A BCP 47 name. */
  language: string;
  callId: string;
  callerName: string;
  /** E.164; null: no number is known. */
  callerPhone: string | null;
  at: Date;
  byName: string;
  /** Said although it had been withdrawn, by a desk that did not know yet. */
  isAfterWithdrawal: boolean;
};

const phoneText = z.string().trim().min(1).max(64);

export const ringCallInput = z.strictObject({
  from: z.string().trim().max(64).describe("The caller's number (ANI), as the switch gives it"),
  to: phoneText.describe('The dialled number (DNIS)'),
  providerCallId: z.string().trim().min(1).max(200).optional(),
  routeReason: z.enum(routeReasons).default('overflow'),
});

/** Like a ring, from a softphone: the call id is what makes a second pop find the first one's call. */
export const popCallInput = z.strictObject({
  to: phoneText,
  from: z.string().trim().max(64).default(''),
  providerCallId: z.string().trim().min(1).max(200).optional(),
});

export const callIdInput = z.strictObject({ callId: z.uuid() });

export const updateCallInput = z.strictObject({
  callId: z.uuid(),
  callerName: z.string().trim().max(200).optional(),
  callerPhone: z.string().trim().max(64).optional(),
  mood: z.enum(moods).optional(),
  urgency: z.enum(urgencies).optional(),
  requestedSolution: z.string().max(2_000).optional(),
  intake: z.record(z.string().max(64), z.string().max(2_000)).optional(),
  issue: z.string().max(2_000).optional(),
  apology: z.enum(apologyKinds).nullable().optional(),
  callTypeId: z.uuid().nullable().optional(),
  /** Steps of the playbook, by id: done or not. */
  steps: z.record(z.string().regex(/^[a-z0-9_-]{1,40}$/), z.boolean()).optional(),
});

export const recordCallEventInput = z.strictObject({
  callId: z.uuid(),
  type: z.enum(['answered', 'held', 'resumed', 'ended', 'abandoned']),
  at: z.iso.datetime({ offset: true }).optional(),
});

export const addNoteInput = z.strictObject({
  callId: z.uuid(),
  /** Made by the screen, so that a retry of the same note makes no double. */
  noteId: z.uuid().optional(),
  kind: z.enum(noteKinds).default('point'),
  text: z
    .string()
    .trim()
    .min(1, 'A note needs some words.')
    .max(4_000, 'Keep a note under 4,000 characters.'),
  correctsNoteId: z.uuid().optional(),
});

export const saveNoteDraftInput = z.strictObject({
  callId: z.uuid(),
  text: z.string().max(4_000),
  deskId: z.uuid().optional(),
});

export const markDeskInput = z.strictObject({
  callId: z.uuid(),
  deskId: z.uuid(),
  isWriting: z.boolean(),
  /** The window is being closed. */
  isLeaving: z.boolean().default(false),
});

/** A complaint by e-mail, entered by hand. */
export const receiveComplaintInput = z.strictObject({
  clientId: z.uuid(),
  /** Made by the screen, so that a retry makes no double. */
  callId: z.uuid(),
  from: z.email('Write the sender’s e-mail address.').max(254),
  callerName: z.string().trim().max(200).default(''),
  text: z.string().trim().min(1, 'Paste what the e-mail says.').max(20_000),
});

export const transferCallInput = z.strictObject({
  callId: z.uuid(),
  toMemberId: z.uuid(),
  /** What the colleague should know first. */
  words: z.string().trim().max(1_000).default(''),
});

export const searchInput = z.strictObject({
  q: z.string().trim().min(2, 'Type two letters or more.').max(120),
  kind: z.enum(['call', 'briefing']).optional(),
  clientId: z.uuid().optional(),
  /** Of calls, by when they rang. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const tellStatementsInput = z.strictObject({
  callId: z.uuid(),
  statementIds: z.array(z.uuid()).min(1).max(60),
  /** Defaults to the version in force at the ring. */
  briefingVersionId: z.uuid().optional(),
  /** The language they were said in; defaults to the briefing's own. */
  language: z.enum(languages).optional(),
});

export const listToldInput = z.strictObject({
  briefingId: z.uuid(),
  statementId: z.uuid().optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const readBackCallInput = z.strictObject({
  callId: z.uuid(),
  resolution: z.enum(readBackResolutions),
});

export const closeCallInput = z.strictObject({ callId: z.uuid(), disposition: z.enum(dispositions) });

export const listCallsInput = z.strictObject({
  clientId: z.uuid().optional(),
  briefingId: z.uuid().optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
