'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban, Check, CheckCheck, UserX } from 'lucide-react';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { EscalationCard, EscalationState } from '@/domain/escalations/model';
import { Button, type ButtonSize } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { placeEscalation } from './live-lists';

export type EscalationAction = 'acknowledge' | 'decline' | 'resolve' | 'cancel';

/** What still makes sense in each state; the server has the last word. */
const sensible: Record<EscalationState, readonly EscalationAction[]> = {
  open: ['acknowledge', 'decline', 'resolve', 'cancel'],
  unanswered: ['acknowledge', 'resolve', 'cancel'],
  acknowledged: ['resolve', 'cancel'],
  resolved: [],
  cancelled: [],
};

const looks = {
  acknowledge: { words: 'Acknowledge', icon: Check },
  decline: { words: 'I can’t', icon: UserX },
  resolve: { words: 'Resolve', icon: CheckCheck },
  cancel: { words: 'Cancel escalation', icon: Ban },
} as const;

function useActions() {
  const api = useTRPC();
  const acknowledge = useMutation(api.escalations.acknowledge.mutationOptions());
  const decline = useMutation(api.escalations.decline.mutationOptions());
  const resolve = useMutation(api.escalations.resolve.mutationOptions());
  const cancel = useMutation(api.escalations.cancel.mutationOptions());
  return { acknowledge, decline, resolve, cancel };
}

export type EscalationActionsProps = {
  escalation: EscalationCard;
  /** What this reader may do at all; what makes no sense in the present state is left out. */
  allowed: readonly EscalationAction[];
  size?: ButtonSize;
};

/** Acknowledge, decline, resolve: one press each; only cancelling, which tells nobody, asks again. */
export function EscalationActions({ escalation, allowed, size = 'regular' }: EscalationActionsProps) {
  const queries = useQueryClient();
  const api = useTRPC();
  const actions = useActions();
  const [running, setRunning] = useState<EscalationAction | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const offered = allowed.filter((action) => sensible[escalation.state].includes(action));

  const run = (action: EscalationAction) => {
    setRunning(action);
    setProblem(null);
    actions[action].mutate(
      { escalationId: escalation.id },
      {
        onSuccess: (card) => {
          setIsAsking(false);
          placeEscalation(queries, api, card);
        },
        onError: (error) => setProblem(errorWords(error).words),
        onSettled: () => setRunning(null),
      },
    );
  };

  if (offered.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {offered.map((action) => {
          const { words, icon: Icon } = looks[action];
          return (
            <Button
              key={action}
              size={size}
              variant={action === offered[0] && action !== 'cancel' ? 'primary' : 'secondary'}
              icon={<Icon aria-hidden className="size-4" />}
              isBusy={running === action}
              aria-label={`${words}: ${escalation.summary.slice(0, 80)}`}
              onClick={() => (action === 'cancel' ? setIsAsking(true) : run(action))}
            >
              {words}
            </Button>
          );
        })}
      </div>
      {problem && !isAsking ? (
        <p role="alert" className="text-critical">
          {problem}
        </p>
      ) : null}
      {isAsking ? (
        <ConfirmDialog
          title="Cancel this escalation?"
          confirmWords="Cancel the escalation"
          stayWords="Keep it running"
          isDangerous
          isBusy={running === 'cancel'}
          problem={problem}
          onConfirm={() => run('cancel')}
          onClose={() => setIsAsking(false)}
        >
          <p className="font-medium">{escalation.summary}</p>
          <p>
            Nobody further is told, and those already told do not hear that it is off. Cancel what was started
            by mistake; resolve what is done.
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
