'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Briefing, BriefingVersion } from '@/domain/briefings/model';
import { canApproveBriefing } from '@/domain/briefings/policy';
import { ApprovalPanel } from '@/ui/approval-panel';
import { Button } from '@/ui/button';
import { earlierApprovals } from '@/ui/earlier-approvals';
import { EmptyState } from '@/ui/list-states';
import type { What } from './what-waits';

export type Reader = Parameters<typeof canApproveBriefing>[0];

export type ApprovalDecisionProps = {
  /** As it was read. */
  briefing: Briefing;
  what: What;
  versions: readonly BriefingVersion[];
  reader: Reader;
  zone: string | null;
  /** Something else is there by now: nothing can be decided about what was read. */
  isOutdated: boolean;
  onReadAgain: () => void;
  onSettled: (briefing: Briefing, wasPublished: boolean) => void;
};

type ProblemProps = { words: string; onReadAgain: (() => void) | undefined };

function Problem({ words, onReadAgain }: ProblemProps) {
  return (
    <span className="flex flex-wrap items-center gap-3">
      <span className="min-w-0 flex-1 basis-64">{words}</span>
      {onReadAgain ? <Button onClick={onReadAgain}>Read it again</Button> : null}
    </span>
  );
}

const readAgainWords = 'It changed since you read it. Read it again before you decide.';

/** Approve, approve and publish, or send back; only what was read. */
export function ApprovalDecision(props: ApprovalDecisionProps) {
  const { briefing, what, versions, reader, zone, isOutdated, onReadAgain, onSettled } = props;
  const { id: briefingId, draftRevision, currentVersion, submittedById } = briefing;
  const api = useTRPC();
  const queries = useQueryClient();
  const settle = (settled: Briefing, wasPublished: boolean) => {
    queries.setQueryData(api.briefings.get.queryKey({ briefingId }), settled);
    void queries.invalidateQueries({ queryKey: api.briefings.list.pathKey() });
    void queries.invalidateQueries({ queryKey: api.briefings.versions.queryKey({ briefingId }) });
    onSettled(settled, wasPublished);
  };
  const approve = useMutation(
    api.briefings.approve.mutationOptions({
      onSuccess: (settled, { publish }) => settle(settled, publish === true),
    }),
  );
  const reject = useMutation(
    api.briefings.reject.mutationOptions({ onSuccess: (settled) => settle(settled, false) }),
  );
  if (!canApproveBriefing(reader, briefing)) {
    return (
      <EmptyState title="You cannot approve this one.">
        {submittedById === reader.id
          ? 'You submitted it yourself: somebody else must read it.'
          : 'By this client’s rule somebody else must approve it.'}
      </EmptyState>
    );
  }

  const failure = approve.error ?? reject.error;
  const told = failure === null ? null : errorWords(failure);
  const isStale = isOutdated || told?.code === 'STALE';
  const words = told && [told.words, ...told.problems.map((problem) => problem.words)].join(' ');
  const readAgain = () => {
    approve.reset();
    reject.reset();
    onReadAgain();
  };
  return (
    <ApprovalPanel
      key={`${what.of} ${draftRevision} ${currentVersion}`}
      content={what.content}
      approvals={earlierApprovals(what.content, versions)}
      of={what.of}
      zone={zone}
      isPending={approve.isPending || reject.isPending}
      problem={
        isStale ? (
          <Problem words={readAgainWords} onReadAgain={readAgain} />
        ) : words ? (
          <Problem words={words} onReadAgain={undefined} />
        ) : null
      }
      onApprove={(except, publish) => {
        const read = what.of === 'draft' ? { draftRevision } : { version: currentVersion };
        if (!isOutdated) approve.mutate({ briefingId, ...read, except, publish });
      }}
      {...(what.of === 'draft'
        ? {
            onReject: (reason: string) => {
              if (!isOutdated) reject.mutate({ briefingId, words: reason });
            },
          }
        : {})}
    />
  );
}
