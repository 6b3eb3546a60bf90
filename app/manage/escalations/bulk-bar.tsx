'use client';

import { useState } from 'react';
import { mostReviewedAtOnce, mostReviewedIds, type ReviewFilter } from '@/domain/reviews/model';
import { Button } from '@/ui/button';
import { BulkVerdict, type BulkTarget } from './bulk-verdict';
import type { useChosen } from './use-chosen';

export type BulkBarProps = {
  chosen: ReturnType<typeof useChosen>;
  shownIds: readonly string[];
  filter: ReviewFilter;
  /** How many match the filters; null: not known yet. */
  count: number | null;
  onDone: (words: string) => void;
};

/** What is chosen, and what can be done with it: the rows that are ticked, or all that match the filters. */
export function BulkBar({ chosen, shownIds, filter, count, onDone }: BulkBarProps) {
  const [target, setTarget] = useState<{ of: BulkTarget; count: number } | null>(null);
  const ids = [...chosen.ids];
  const number = chosen.isAll ? (count ?? 0) : ids.length;
  const tickable = shownIds.slice(0, mostReviewedIds);
  const canTakeAll = count !== null && count > tickable.length && count <= mostReviewedAtOnce;
  const words = number === 1 ? '1 chosen' : `${number.toLocaleString('en-GB')} chosen`;
  const isTooMany = !chosen.isAll && ids.length > mostReviewedIds;
  return (
    <div role="group" aria-label="Choose and review" className="flex min-h-9 flex-wrap items-center gap-2">
      <Button size="compact" onClick={() => chosen.chooseShown(tickable)}>
        Choose the {tickable.length} shown
      </Button>
      {canTakeAll ? (
        <Button size="compact" onClick={chosen.chooseAll}>
          Choose all {count.toLocaleString('en-GB')} matching
        </Button>
      ) : null}
      {number > 0 ? (
        <>
          <Button
            size="compact"
            variant="primary"
            onClick={() => {
              onDone('');
              const of = chosen.isAll ? { filter, seenCount: number } : { escalationIds: ids };
              setTarget({ of, count: number });
            }}
          >
            Review {words.replace(' chosen', '')}
          </Button>
          <Button size="compact" variant="quiet" onClick={chosen.clear}>
            Choose none
          </Button>
        </>
      ) : null}
      <p role="status" className="text-ink-soft">
        {number > 0 ? words : ''}
        {isTooMany ? `, at most ${mostReviewedIds} by hand` : ''}
        {count !== null && count > mostReviewedAtOnce
          ? ' More than 10,000 match: narrow the filters to take all.'
          : ''}
      </p>
      {target === null ? null : (
        <BulkVerdict
          target={target.of}
          count={target.count}
          onDone={(reviewed) => {
            const many = `${reviewed.toLocaleString('en-GB')} escalations reviewed.`;
            onDone(reviewed === 1 ? '1 escalation reviewed.' : many);
            setTarget(null);
            chosen.clear();
          }}
          onClose={() => setTarget(null)}
        />
      )}
    </div>
  );
}
