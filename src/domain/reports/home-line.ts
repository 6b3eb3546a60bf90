import type { Urgency } from '../calls/model';

/** What can need somebody. Each is done in one place: see home-places.ts. */
export type HomeKind =
  // People who wait
  | 'call_offered'
  | 'call_open'
  | 'escalation_unanswered'
  | 'escalation_late'
  | 'escalation_open'
  | 'escalation_unsettled'
  | 'report_overdue'
  | 'report_due'
  | 'promise'
  | 'callback_claimed'
  // What operators say
  | 'briefing_to_read'
  | 'briefing_update'
  | 'briefing_approval'
  | 'briefing_unapproved'
  | 'briefing_sent_back'
  | 'briefing_reported'
  | 'surge'
  | 'questions'
  // What goes out
  | 'set_aside'
  | 'messages_to_review'
  | 'messages_held'
  | 'words_missing'
  | 'words_proposed'
  // What gets better by it
  | 'escalations_to_review'
  | 'actions'
  | 'calls_to_score'
  | 'coaching_notes'
  | 'scores';

/** `late`: it should have happened. `soon`: it is about to be late, or a caller is waiting. `open`: it waits for this person. `later`: when there is time. */
export type HomeTier = 'late' | 'soon' | 'open' | 'later';

/** One thing that needs the reader, as the database tells it. */
export type HomeRow = {
  kind: HomeKind;
  /** What it is about; null: many at once. */
  id: string | null;
  /** Where else it belongs: a promise's call, an escalation's client. */
  ref: string | null;
  clientName: string | null;
  /** IANA name; null: no client. */
  timeZone: string | null;
  urgency: Urgency | null;
  /** What is promised, escalated or reported, as it was written. */
  words: string;
  /** The caller, the contact, the author: whoever it is about; ''. */
  name: string;
  /** How many, of those that are told together; up to 1,000. */
  count: number;
  at: Date;
};

export type HomeLine = HomeRow & {
  tier: HomeTier;
  /** `at` is a deadline; otherwise it is since when. */
  isDeadline: boolean;
  /** Where it is done: a path of the product. */
  href: string;
};

/** What needs the reader now, in order. */
export type Home = {
  readAt: Date;
  lines: HomeLine[];
  /** More of a kind waits than is shown. */
  isCut: boolean;
};
