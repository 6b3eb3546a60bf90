'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import type { ReviewAction } from '@/domain/reviews/model';
import { actionWords } from '@/domain/reviews/verdict-words';
import { Button } from './button';
import { Time } from './time';

export type ActionListProps = {
  actions: readonly ReviewAction[];
  zone: string | null;
  /** Where this reader opens the escalation: "/portal/escalations"; without it, it is not linked. */
  escalationsHref?: string;
  /** Of one escalation alone: its review shows them too. */
  escalationId?: string;
};

/** What reviews found to be mended, with who asked for it and whether it is done. */
export function ActionList({ actions, zone, escalationsHref, escalationId }: ActionListProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const complete = useMutation(
    api.reviewActions.complete.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.reviewActions.pathKey() });
        if (escalationId === undefined) return;
        void queries.invalidateQueries({ queryKey: api.reviews.get.queryKey({ escalationId }) });
      },
    }),
  );
  return (
    <div className="flex flex-col gap-2">
      {complete.isError ? (
        <p role="alert" className="font-medium text-critical">
          {errorWords(complete.error).words}
        </p>
      ) : null}
      <ul className="border-t border-line">
        {actions.map((action) => (
          <li
            key={action.id}
            className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-2"
          >
            <div className="min-w-0 flex-1">
              <p className="max-w-[66ch]">
                <span className="font-semibold">{actionWords(action.kind)}:</span> {action.words}
              </p>
              <p className="text-[13px] text-ink-soft">
                {action.createdByName}, <Time at={action.createdAt} zone={zone} />
                {escalationsHref && action.escalationId ? (
                  <>
                    {' '}
                    <Link
                      href={`${escalationsHref}/${action.escalationId}`}
                      className="text-accent underline underline-offset-2"
                    >
                      Open the escalation
                    </Link>
                  </>
                ) : null}
              </p>
            </div>
            {action.doneAt === null ? (
              <Button
                size="compact"
                icon={<Check aria-hidden className="size-4" />}
                aria-label={`Done: ${action.words.slice(0, 80)}`}
                isBusy={complete.isPending && complete.variables.actionId === action.id}
                onClick={() => complete.mutate({ actionId: action.id })}
              >
                Done
              </Button>
            ) : (
              <p className="text-[13px] text-fine">
                Done by {action.doneByName}, <Time at={action.doneAt} zone={zone} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
