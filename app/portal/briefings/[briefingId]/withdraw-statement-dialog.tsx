'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import { useState } from 'react';
import type { Briefing } from '@/domain/briefings/model';
import { Button, buttonClasses } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { formProblems } from '@/ui/form-problems';
import { LoadError } from '@/ui/list-states';
import { toldWords } from './told-words';
import { WithdrawStatementForm, withdrawFormId } from './withdraw-statement-form';

export type WithdrawStatementDialogProps = {
  briefing: Briefing;
  statementId: string;
  zone: string;
  onClose: () => void;
  onWithdrawn: () => void;
};

const fields = ['reason', 'correction', 'dueAt'];

/** Takes back or corrects one sentence that operators say now, and has those called back who were told it. */
export function WithdrawStatementDialog(props: WithdrawStatementDialogProps) {
  const { briefing, statementId, zone, onClose, onWithdrawn } = props;
  const api = useTRPC();
  const queries = useQueryClient();
  // As it was when this was opened: a moment later it is gone from what is published.
  const [published] = useState(briefing.published ?? briefing.draft);
  const text = published.statements.find(({ id }) => id === statementId)?.text ?? '';
  const told = useQuery(
    api.recalls.toldCount.queryOptions({ briefingId: briefing.id, statementId }, { staleTime: 0 }),
  );
  const withdraw = useMutation(api.recalls.withdrawStatement.mutationOptions());
  const { words, of: problemOf } = formProblems(withdraw.error, fields);
  const done = withdraw.data;

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={done ? 'The statement is withdrawn' : 'Withdraw or correct this statement'}
      footer={
        done ? (
          <>
            <Link href={`/portal/recalls/${done.recallId}`} className={buttonClasses('primary', 'call')}>
              See who was told
            </Link>
            <Button size="call" onClick={onClose}>
              Close
            </Button>
          </>
        ) : (
          <>
            <Button
              variant="danger"
              size="call"
              type="submit"
              form={withdrawFormId}
              isBusy={withdraw.isPending}
            >
              Withdraw
            </Button>
            <Button size="call" onClick={onClose}>
              Keep it
            </Button>
          </>
        )
      }
    >
      {done ? (
        <div role="status" className="flex flex-col gap-2">
          <p className="flex items-start gap-1.5 font-medium text-fine">
            <CheckCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
            It is off every operator’s screen.
          </p>
          <p>
            {toldWords({ callers: done.callers, withoutNumber: told.data?.withoutNumber ?? 0 })}{' '}
            {done.callers > 0 && withdraw.variables.callBack
              ? 'Operators call them back; you can follow it.'
              : ''}
          </p>
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <blockquote className="read-aloud border-l-4 border-line-strong pl-3">“{text}”</blockquote>
          {told.isError ? (
            <LoadError
              words={`How many were told this cannot be shown. ${errorWords(told.error).words}`}
              onRetry={() => void told.refetch()}
            />
          ) : null}
          <p role="status" className="min-h-5 font-medium">
            {told.data ? toldWords(told.data) : null}
          </p>
          {words ? (
            <p role="alert" className="font-medium text-critical">
              {words}
            </p>
          ) : null}
          <WithdrawStatementForm
            content={published}
            zone={zone}
            isAnybodyTold={told.data === undefined || told.data.callers > 0}
            problemOf={problemOf}
            onSubmit={(choice) =>
              withdraw.mutate(
                { briefingId: briefing.id, statementId, ...choice },
                {
                  onSuccess: () => {
                    void queries.invalidateQueries({ queryKey: api.recalls.list.pathKey() });
                    onWithdrawn();
                  },
                },
              )
            }
          />
        </div>
      )}
    </Dialog>
  );
}
