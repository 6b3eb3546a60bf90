'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { BriefingContentInput, BriefingSummary } from '@/domain/briefings/model';
import { EmptyState, LoadError } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { Time } from '@/ui/time';
import { usePages } from '@/ui/use-pages';
import { Beginning } from './beginning';
import { copiedContent } from './copied-content';

const stateWords: Record<BriefingSummary['state'], string> = {
  draft: 'Draft, saved',
  published: 'Published',
  resolved: 'Resolved',
  withdrawn: 'Withdrawn',
};

export type EarlierBriefingsProps = {
  clientId: string;
  isBusy: (id: string) => boolean;
  onChoose: (id: string, content: BriefingContentInput) => void;
};

/** Earlier briefings of the client, the newest first; a press copies the words of one into a new draft. */
export function EarlierBriefings({ clientId, isBusy, onChoose }: EarlierBriefingsProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const list = usePages(api.briefings.list.infiniteQueryKey({ clientId, limit: 10 }), (page) =>
    api.briefings.list.queryOptions({ clientId, limit: 10, ...page }),
  );
  const copy = useMutation({
    mutationFn: (briefingId: string) =>
      queries.fetchQuery({ ...api.briefings.get.queryOptions({ briefingId }), staleTime: 0 }),
    onSuccess: ({ id, published, draft }) => onChoose(id, copiedContent(published ?? draft)),
  });
  return (
    <section aria-labelledby="earlier" className="flex flex-col gap-2">
      <h2 id="earlier" className="text-base font-semibold">
        From an earlier briefing
      </h2>
      <p className="-mt-1 text-ink-soft">Its words, without its times. The earlier one stays as it is.</p>
      {copy.isError ? <LoadError words={`It cannot be copied. ${errorWords(copy.error).words}`} /> : null}
      <PagedList
        query={list}
        many="briefings"
        rowHeight={64}
        empty={
          <EmptyState title="There is no earlier briefing.">
            What you write now can be copied later.
          </EmptyState>
        }
      >
        {(briefings) => (
          <ul className="flex flex-col gap-2">
            {briefings.map(({ id, headline, state, resolvedAt, publishedAt, updatedAt }) => (
              <li key={id}>
                <Beginning
                  title={headline || 'No headline yet'}
                  about={
                    <>
                      {stateWords[state]} <Time at={resolvedAt ?? publishedAt ?? updatedAt} show="absolute" />
                    </>
                  }
                  isBusy={isBusy(id) || (copy.isPending && copy.variables === id)}
                  onPress={() => copy.mutate(id)}
                />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}
