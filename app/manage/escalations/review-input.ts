import { urgencies } from '@/domain/calls/model';
import { escalationStates, verdicts } from '@/domain/escalations/model';
import type { ReviewFilter } from '@/domain/reviews/model';
import { dayEnd, dayStart } from '../calls/day-bounds';

/** What the inbox is filtered by, as it stands in the address. */
export const reviewFilterNames = [
  'review',
  'client',
  'state',
  'urgency',
  'verdict',
  'late',
  'from',
  'to',
] as const;
export type ReviewFilterName = (typeof reviewFilterNames)[number];

/** Without a word of the address: what waits for a review. */
export const reviewChoices = ['wanted', 'reviewed', 'all'] as const;

const known = <One extends string>(all: readonly One[], word: string | null) =>
  all.find((one) => one === word);

/** The filters of the address as the API reads them; what it does not know counts for nothing. */
export function reviewInput(get: (name: ReviewFilterName) => string | null): ReviewFilter {
  const review = known(reviewChoices, get('review')) ?? 'wanted';
  const [clientId, from, to] = [get('client'), get('from'), get('to')];
  const [begin, end] = [from ? dayStart(from) : null, to ? dayEnd(to) : null];
  const state = known(escalationStates, get('state'));
  const urgency = known(urgencies, get('urgency'));
  const verdict = known(verdicts, get('verdict'));
  return {
    ...(review !== 'all' && { reviewState: review }),
    ...(clientId && { clientId }),
    ...(state && { state }),
    ...(urgency && { urgency }),
    ...(verdict && { verdict }),
    ...(get('late') === '1' && { isLate: true }),
    ...(begin && { from: begin }),
    ...(end && { to: end }),
  };
}

/** The same filters as the address of the file asks for them. */
export function reviewExportHref(filter: ReviewFilter): string {
  const asked = Object.entries(filter).map(([name, value]) => [name, String(value)]);
  return `/api/export/escalations.csv?${new URLSearchParams(asked)}`;
}
