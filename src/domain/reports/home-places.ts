import type { HomeKind, HomeRow } from './home-line';

/** Where a role works. */
export type HomeSide = 'desk' | 'manage' | 'portal';

type Place = (row: HomeRow) => string;

const escalation =
  (side: HomeSide): Place =>
  ({ id }) =>
    `/${side}/escalations/${id ?? ''}`;
/** An operator looks at an escalation beside its call. */
const callOf: Place = ({ ref }) => (ref === null ? '/desk' : `/desk?call=${ref}`);

const desk: Partial<Record<HomeKind, Place>> = {
  call_offered: ({ id }) => `/desk?call=${id ?? ''}`,
  call_open: ({ id }) => `/desk?call=${id ?? ''}`,
  escalation_unanswered: callOf,
  callback_claimed: ({ id }) => `/desk?callback=${id ?? ''}`,
  // A call back has no call of its own yet.
  promise: (row) => (row.ref === null ? `/desk?callback=${row.id ?? ''}` : callOf(row)),
  briefing_to_read: () => '/desk',
  coaching_notes: () => '/account/coaching',
  scores: () => '/account/coaching',
};

const manage: Partial<Record<HomeKind, Place>> = {
  escalation_unanswered: escalation('manage'),
  escalation_late: escalation('manage'),
  report_overdue: ({ ref }) => `/manage/escalations/${ref ?? ''}`,
  promise: ({ id }) => `/manage/promises/${id ?? ''}`,
  surge: () => '/manage/approvals',
  briefing_approval: ({ id }) => `/manage/approvals/${id ?? ''}`,
  briefing_unapproved: ({ id }) => `/manage/approvals/${id ?? ''}`,
  set_aside: () => '/manage/engine',
  messages_to_review: () => '/manage/messages',
  words_missing: ({ ref }) => `/manage/clients/${ref ?? ''}`,
  words_proposed: ({ ref }) => `/manage/clients/${ref ?? ''}`,
  escalations_to_review: () => '/manage/escalations',
  calls_to_score: () => '/manage/coaching',
};

const portal: Partial<Record<HomeKind, Place>> = {
  escalation_unanswered: escalation('portal'),
  escalation_open: escalation('portal'),
  escalation_unsettled: escalation('portal'),
  report_due: ({ ref }) => `/portal/escalations/${ref ?? ''}`,
  promise: ({ id, ref }) => (ref === null ? `/portal/callbacks/${id ?? ''}` : `/portal/promises/${id ?? ''}`),
  surge: () => '/portal/briefings',
  questions: () => '/portal/questions',
  briefing_update: ({ id }) => `/portal/briefings/${id ?? ''}`,
  briefing_approval: ({ id }) => `/portal/briefings/${id ?? ''}`,
  briefing_unapproved: ({ id }) => `/portal/briefings/${id ?? ''}`,
  briefing_sent_back: ({ id }) => `/portal/briefings/${id ?? ''}`,
  briefing_reported: ({ id }) => `/portal/briefings/${id ?? ''}`,
  messages_held: () => '/portal/messages',
  words_missing: () => '/portal/callers',
  words_proposed: () => '/portal/callers',
  actions: () => '/portal/actions',
};

const places = { desk, manage, portal };

/** Where it is done. */
export function homePlace(side: HomeSide, row: HomeRow): string {
  return places[side][row.kind]?.(row) ?? `/${side}`;
}
