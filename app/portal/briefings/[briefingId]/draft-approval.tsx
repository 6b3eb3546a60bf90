'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Briefing } from '@/domain/briefings/model';
import { ApprovalPanel } from '@/ui/approval-panel';
import { earlierApprovals } from '@/ui/earlier-approvals';
import { LoadError, LoadingRows } from '@/ui/list-states';
import type { Published } from './published-words';

/** Where the bar leads to. */
export const approvalId = 'to-approve';

export type DraftApprovalProps = {
  briefing: Briefing;
  of: 'draft' | 'published';
  zone: string;
  onPublished: (published: Published) => void;
};

/** For the second person of the client: every sentence of what a colleague wrote, to approve or to send back. */
export function DraftApproval({ briefing, of, zone, onPublished }: DraftApprovalProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const { id: briefingId, draftRevision, currentVersion } = briefing;
  const versions = useQuery(api.briefings.versions.queryOptions({ briefingId }));
  const approve = useMutation(api.briefings.approve.mutationOptions());
  const reject = useMutation(api.briefings.reject.mutationOptions());
  const content = of === 'draft' ? briefing.draft : briefing.published;
  const failed = [approve, reject].find((mutation) => mutation.isError);
  const stale = failed && errorWords(failed.error).code === 'STALE';

  const took = (changed: Briefing) => {
    queries.setQueryData(api.briefings.get.queryKey({ briefingId }), changed);
    void queries.invalidateQueries({ queryKey: api.briefings.pathKey() });
  };
  if (content === null) return null;
  return (
    <div
      id={approvalId}
      tabIndex={-1}
      className="rounded-md border-2 border-accent bg-surface p-3 outline-none sm:p-4"
    >
      {versions.isError ? (
        <LoadError
          words={`What was approved before cannot be shown. ${errorWords(versions.error).words}`}
          onRetry={() => void versions.refetch()}
        />
      ) : null}
      {versions.isPending ? (
        <LoadingRows rows={4} height={56} label="What was approved before is being loaded." />
      ) : null}
      {versions.data ? (
        <ApprovalPanel
          key={`${of} ${draftRevision} ${currentVersion}`}
          content={content}
          approvals={earlierApprovals(content, versions.data)}
          of={of}
          zone={zone}
          isPending={approve.isPending || reject.isPending}
          problem={
            failed
              ? `${errorWords(failed.error).words}${stale ? ' Read what it says now, then decide.' : ''}`
              : null
          }
          onApprove={(except, publish) =>
            approve.mutate(
              {
                briefingId,
                except,
                publish,
                ...(of === 'draft' ? { draftRevision } : { version: currentVersion }),
              },
              {
                onSuccess: (changed) => {
                  took(changed);
                  const { currentVersion: version, publishedAt, startsAt } = changed;
                  if (publish && publishedAt) onPublished({ version, publishedAt, startsAt });
                },
                onError: () =>
                  void queries.invalidateQueries({ queryKey: api.briefings.get.queryKey({ briefingId }) }),
              },
            )
          }
          {...(of === 'draft'
            ? { onReject: (words: string) => reject.mutate({ briefingId, words }, { onSuccess: took }) }
            : {})}
        />
      ) : null}
    </div>
  );
}
