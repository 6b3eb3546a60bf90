import { z } from 'zod';
import type { AttemptCard } from '../notifications/model';
import { urgencies, type Urgency } from '../calls/model';
import type { EscalationTargets } from '../clients/model';
import {
  escalationStates,
  reviewStates,
  verdicts,
  type EscalationCard,
  type ReviewState,
  type Verdict,
} from '../escalations/model';

/** What a client has to mend, as a review found. */
export const actionKinds = ['contact_data', 'briefing', 'policy', 'account_info', 'other'] as const;
export type ActionKind = (typeof actionKinds)[number];

/** Whose list a saved view is: of this person alone, or of everybody on the team. */
export const viewScopes = ['personal', 'team'] as const;
export type ViewScope = (typeof viewScopes)[number];

/** The lists that can be saved with their filters. */
const viewScreens = ['escalations', 'messages', 'calls', 'promises'] as const;
export type ViewScreen = (typeof viewScreens)[number];

/** How soon an escalation shall be delivered, acknowledged and resolved. */
export type Targets = EscalationTargets[Urgency];

/** One line of the inbox of what ended or is stuck. */
export type ReviewRow = Omit<EscalationCard, 'cycle' | 'step' | 'stepCount' | 'tried' | 'nextStepDueAt'> & {
  /** 'UTC' where the escalation has no client. */
  clientTimeZone: string;
  /** When a provider first took one of its messages. */
  firstSentAt: Date | null;
  reviewState: ReviewState;
  reviewWantedAt: Date | null;
  /** Of the newest review. */
  verdict: Verdict | null;
  targets: Targets;
};

/** What an account manager thought of an escalation. */
export type EscalationReview = {
  id: string;
  verdict: Verdict;
  /** For the operator; '': none. */
  coachingNote: string;
  /** Who is coached; null: no operator began it. */
  operatorId: string | null;
  reviewedById: string;
  reviewedByName: string;
  at: Date;
  /** Reviews that were given in one go share it. */
  bulkId: string | null;
  /** When the operator read it. */
  seenAt: Date | null;
};

/** Something that a client has to mend, as a review found. */
export type ReviewAction = {
  id: string;
  clientId: string;
  clientName: string;
  escalationId: string | null;
  kind: ActionKind;
  words: string;
  createdAt: Date;
  createdByName: string;
  doneAt: Date | null;
  doneByName: string | null;
};

/** What the detail screen shows besides the escalation itself. The newest review and action come first. */
export type ReviewPage = ReviewRow & {
  /** Somebody of the staff began it, and reads a note; no program did. */
  isStartedByStaff: boolean;
  reviews: EscalationReview[];
  actions: ReviewAction[];
  /** Every hand-over to a provider, the first first. */
  attempts: AttemptCard[];
};

const instantText = z.iso.datetime({ offset: true });

/** What is left out counts for nothing. `isLate`: missed a target, or has nobody past it. */
const reviewFilter = z.strictObject({
  clientId: z.uuid().optional(),
  reviewState: z.enum(reviewStates).optional(),
  state: z.enum(escalationStates).optional(),
  urgency: z.enum(urgencies).optional(),
  verdict: z.enum(verdicts).optional(),
  operatorId: z.uuid().optional(),
  isLate: z.boolean().optional(),
  from: instantText.optional(),
  to: instantText.optional(),
});
export type ReviewFilter = z.output<typeof reviewFilter>;

export const listReviewsInput = reviewFilter.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export const countReviewsInput = reviewFilter;
export const getReviewInput = z.strictObject({ escalationId: z.uuid() });

/** Counted exactly up to here; beyond, there are "more than 100,000". */
export const MOST_COUNTED = 100_000;

const coachingNote = z.string().trim().max(2_000, 'Keep the note under 2,000 characters.').default('');
const actionWords = z
  .string()
  .trim()
  .min(1, 'Say what the client has to mend.')
  .max(500, 'Keep it under 500 characters.');

export const reviewEscalationInput = z.strictObject({
  escalationId: z.uuid(),
  verdict: z.enum(verdicts),
  coachingNote: coachingNote.describe('For the operator who started it'),
  action: z
    .strictObject({ kind: z.enum(actionKinds), words: actionWords })
    .optional()
    .describe('What the client has to mend'),
});

/** At most so many by their ids, and so many by the filter that found them. */
export const mostReviewedIds = 200;
export const mostReviewedAtOnce = 10_000;

/** Either the ids, or the filter with the count that was seen. */
export const reviewManyInput = z
  .strictObject({
    escalationIds: z.array(z.uuid()).min(1).max(mostReviewedIds).optional(),
    filter: reviewFilter.optional(),
    seenCount: z.number().int().min(1).optional(),
    verdict: z.enum(verdicts),
    coachingNote,
  })
  .refine(
    ({ escalationIds, filter, seenCount }) =>
      escalationIds === undefined
        ? filter !== undefined && seenCount !== undefined
        : filter === undefined && seenCount === undefined,
    { message: 'Name the escalations, or the filter with the count that was seen.', path: ['escalationIds'] },
  );

export const createActionInput = z.strictObject({
  escalationId: z.uuid(),
  kind: z.enum(actionKinds),
  words: actionWords,
  /** Made by the screen, so that a retry writes no second one. */
  actionId: z.uuid().optional(),
});
export const actionIdInput = z.strictObject({ actionId: z.uuid() });
export const listActionsInput = z.strictObject({
  clientId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Lists that are taken along as a file. */
export type ExportName = 'escalations' | 'messages' | 'calls';

/** A list's filters under a name; `query` as it stands in the address, without the question mark. */
export type SavedView = {
  id: string;
  scope: ViewScope;
  screen: ViewScreen;
  name: string;
  query: string;
  /** Whether this reader may remove it. */
  isOwn: boolean;
};

export const listViewsInput = z.strictObject({ screen: z.enum(viewScreens) });
export const saveViewInput = z.strictObject({
  screen: z.enum(viewScreens),
  scope: z.enum(viewScopes),
  name: z.string().trim().min(1, 'Give the view a name.').max(60, 'Keep the name under 60 characters.'),
  query: z
    .string()
    .max(2_000)
    .regex(/^[^?#\s]*$/, 'A view holds the filters of an address.'),
});
export const viewIdInput = z.strictObject({ viewId: z.uuid() });
