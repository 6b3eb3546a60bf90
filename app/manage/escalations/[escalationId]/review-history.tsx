import type { EscalationReview } from '@/domain/reviews/model';
import { verdictWords } from '@/domain/reviews/verdict-words';
import { Time } from '@/ui/time';

export type ReviewHistoryProps = {
  /** The newest first. */
  reviews: readonly EscalationReview[];
  operatorName: string;
  zone: string;
};

/** What was thought of it, the newest first: that one counts. */
export function ReviewHistory({ reviews, operatorName, zone }: ReviewHistoryProps) {
  if (reviews.length === 0) return <p className="text-ink-soft">Nobody has looked at it yet.</p>;
  return (
    <ol aria-label="Reviews" className="flex flex-col gap-2">
      {reviews.map((review, place) => (
        <li key={review.id} className="border-l-2 border-line-strong pl-3">
          <p>
            <span className="font-semibold">{verdictWords(review.verdict)}</span>
            <span className="text-ink-soft">
              {' '}
              {review.reviewedByName}, <Time at={review.at} zone={zone} />
              {review.bulkId === null ? '' : ', together with others'}
              {place > 0 ? ', before' : ''}
            </span>
          </p>
          {review.coachingNote === '' ? null : (
            <>
              <p className="max-w-[66ch] whitespace-pre-line">{review.coachingNote}</p>
              <p className="text-[13px] text-ink-soft">
                {review.operatorId === null ? (
                  'No operator started it: nobody reads this note.'
                ) : review.seenAt === null ? (
                  `${operatorName} has not read it yet.`
                ) : (
                  <>
                    {operatorName} read it <Time at={review.seenAt} zone={zone} />.
                  </>
                )}
              </p>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
