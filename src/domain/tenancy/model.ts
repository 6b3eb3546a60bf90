import { z } from 'zod';
import { roles, type Role } from '../../kernel/actor';

export const createMemberInput = z.strictObject({
  email: z
    .email('That is not an e-mail address.')
    .max(254)
    .transform((text) => text.toLowerCase()),
  name: z.string().trim().min(1, 'A name is needed.').max(120),
  role: z.enum(roles),
  clientId: z.uuid().optional().describe("Needed for a client's people, refused for staff"),
});

export const memberIdInput = z.strictObject({ memberId: z.uuid() });

export type Member = {
  id: string;
  name: string;
  email: string;
  role: Role;
  clientId: string | null;
  clientName: string | null;
  isDisabled: boolean;
  /** What this person speaks with callers, as BCP 47 names. */
  languages: string[];
};

/** A signed-in browser. */
export type SessionSummary = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  address: string;
  userAgent: string;
  isCurrent: boolean;
};

export const revokeSessionInput = z.strictObject({ sessionId: z.uuid() });

export const createApiKeyInput = z.strictObject({
  name: z.string().trim().min(1, 'Name it after the program that will use it.').max(120),
  role: z.enum(roles),
  clientId: z.uuid().optional(),
});
export const revokeApiKeyInput = z.strictObject({ apiKeyId: z.uuid() });

export type ApiKeySummary = {
  id: string;
  name: string;
  role: Role;
  clientId: string | null;
  createdAt: Date;
  revokedAt: Date | null;
};

/**
 * Somebody is at a desk who was marked there less than so many seconds ago: three beats of the desk's stream that all got
 * lost. Written out once more in the gates of drizzle/, which count who is on shift.
 */
export const presenceSeconds = 90;

/** What a person at a desk chose. `preparing`: the ring of this desk was not heard yet. */
export type PresenceState = 'preparing' | 'available' | 'break';

export const breakReasons = ['pause', 'meal', 'coaching', 'administration', 'technical'] as const;

export const setPresenceInput = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('available') }),
  z.strictObject({ state: z.literal('break'), reason: z.enum(breakReasons) }),
]);

const languageTag = z
  .string()
  .max(35)
  .refine((tag) => isLanguageTag(tag), 'Use a language name such as en, de or pt-BR.');

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

export const setLanguagesInput = z.strictObject({
  memberId: z.uuid(),
  languages: z.array(languageTag).max(20, 'Nobody is asked for more than 20 languages.'),
});

/** Somebody at a desk, as colleagues see it. */
export type PresenceCard = {
  membershipId: string;
  name: string;
  languages: string[];
  state: PresenceState;
  /** Why on a break; '' otherwise. */
  reason: string;
  changedAt: Date | null;
  ringTestedAt: Date | null;
  seenAt: Date;
};

/** What a key of the desk can do. */
export const keyActions = [
  'answer',
  'urgency',
  'mood',
  'confirm',
  'escalate',
  'emergency',
  'wrapUp',
  'nextStep',
  'promise',
  'readBack',
  'abuse',
  'handOver',
  'language',
  'nextRegion',
  'previousRegion',
  'palette',
  'keySheet',
  'tell1',
  'tell2',
  'tell3',
  'tell4',
  'tell5',
  'tell6',
  'tell7',
  'tell8',
  'tell9',
] as const;
export type KeyAction = (typeof keyActions)[number];

/** Modifiers and a key, joined by +, in the order mod, alt, shift; `mod` is Ctrl, on a Mac Command. */
export const usualKeys: Readonly<Record<KeyAction, string>> = {
  answer: 'f2',
  urgency: 'f4',
  mood: 'f7',
  confirm: 'f6',
  escalate: 'f8',
  emergency: 'shift+f8',
  wrapUp: 'f9',
  nextStep: 'alt+n',
  promise: 'alt+p',
  readBack: 'alt+r',
  abuse: 'alt+b',
  handOver: 'alt+h',
  language: 'alt+l',
  nextRegion: 'alt+down',
  previousRegion: 'alt+up',
  palette: 'mod+k',
  keySheet: 'mod+slash',
  tell1: 'alt+1',
  tell2: 'alt+2',
  tell3: 'alt+3',
  tell4: 'alt+4',
  tell5: 'alt+5',
  tell6: 'alt+6',
  tell7: 'alt+7',
  tell8: 'alt+8',
  tell9: 'alt+9',
};

/** By action: the keys that do it, in the notation of usualKeys; null: switched off. What is missing has its usual keys. */
export type DeskPreferences = { keys: Record<string, string | null>; ringVolume: number };

export const defaultPreferences: DeskPreferences = { keys: {}, ringVolume: 0.6 };

export const savePreferencesInput = z.strictObject({
  keys: z
    .record(z.string().max(40), z.string().max(40).nullable())
    .refine((keys) => Object.keys(keys).length <= 100, 'These are more keys than a desk has.'),
  ringVolume: z.number().min(0).max(1),
});

/**
 * What of callers who hung up counts in the service level: `counted`, each as not answered in time; `after_threshold`,
 * only those who waited longer than the stated seconds; `left_out`, none.
 */
export const abandonedRules = ['counted', 'after_threshold', 'left_out'] as const;
export type AbandonedRule = (typeof abandonedRules)[number];

/** x % of calls answered within y seconds from the first ring. */
export type ServiceRules = {
  playbookId: string;
  serviceLevelPercent: number;
  serviceLevelSeconds: number;
  abandonedRule: AbandonedRule;
  abandonedAfterSeconds: number;
  /** Operator time is billed in steps of so many seconds, each call rounded up, and at least so many a call. */
  billingStepSeconds: number;
  billingLeastSeconds: number;
};

export const defaultServiceRules: ServiceRules = {
  playbookId: 'step_back',
  serviceLevelPercent: 80,
  serviceLevelSeconds: 20,
  abandonedRule: 'after_threshold',
  abandonedAfterSeconds: 5,
  billingStepSeconds: 60,
  billingLeastSeconds: 60,
};

export const setServiceRulesInput = z.strictObject({
  playbookId: z.string().max(64),
  serviceLevelPercent: z.number().int().min(1).max(100),
  serviceLevelSeconds: z.number().int().min(1).max(600),
  abandonedRule: z.enum(abandonedRules),
  abandonedAfterSeconds: z.number().int().min(0).max(120),
  billingStepSeconds: z.number().int().min(1).max(3_600).default(60),
  billingLeastSeconds: z.number().int().min(0).max(3_600).default(60),
});
