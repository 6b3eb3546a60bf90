'use client';

import type { ReviewPage } from '@/domain/reviews/model';
import { timings } from '@/domain/reviews/timings';
import { useNow } from '@/ui/now';
import { TimingStrip } from '../timing-cell';
import { ActionSection } from './action-section';
import { NextToReview } from './next-to-review';
import { ReopenEscalation } from './reopen-escalation';
import { ReviewHistory } from './review-history';
import { VerdictForm } from './verdict-form';

const MINUTE_MS = 60_000;

/** How long it took, what is thought of it, what the client has to mend; and that it was not over after all. */
export function ReviewSection({ page }: { page: ReviewPage }) {
  const now = useNow(MINUTE_MS);
  const isOver = page.state === 'resolved' || page.state === 'cancelled' || page.state === 'unanswered';
  return (
    <section
      aria-labelledby="review"
      className="flex flex-col gap-5 rounded-md border border-line bg-sunken p-4"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="review" className="flex-1 text-base font-semibold">
          {page.reviewState === 'wanted' ? 'To review' : 'Review'}
        </h2>
        {isOver ? <ReopenEscalation escalationId={page.id} /> : null}
        <NextToReview after={page.id} />
      </div>
      <TimingStrip timings={timings(page, now ?? page.startedAt)} />
      <ReviewHistory reviews={page.reviews} operatorName={page.startedByName} zone={page.clientTimeZone} />
      <VerdictForm page={page} />
      {page.clientId === null ? null : <ActionSection page={page} />}
    </section>
  );
}
