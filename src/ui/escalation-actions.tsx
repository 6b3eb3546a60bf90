'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban, Check, CheckCheck, FastForward, PhoneForwarded, UserX } from 'lucide-react';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { EscalationCard } from '@/domain/escalations/model';
import { Button, type ButtonSize } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { EscalationAcknowledgeDialog, type AcknowledgeDraft } from './escalation-acknowledge-dialog';
import { useEscalationDrafts } from './escalation-drafts';
import { offeredActions, type EscalationAction } from './escalation-offers';
import { blankPatch, EscalationPatchDialog } from './escalation-patch-dialog';
import { placeEscalation } from './live-lists';

const looks = {
  acknowledge: { words: 'Acknowledge', icon: Check },
  record: { words: 'Acknowledge', icon: Check },
  decline: { words: 'I can’t', icon: UserX },
  patch: { words: 'Record a patch attempt', icon: PhoneForwarded },
  skip: { words: 'Next step now', icon: FastForward },
  resolve: { words: 'Resolve', icon: CheckCheck },
  cancel: { words: 'Cancel escalation', icon: Ban },
} as const;

/** These ask something first; the others are one press. */
type AskingAction = 'record' | 'patch' | 'cancel';
const isAsking = (action: EscalationAction): action is AskingAction =>
  action === 'record' || action === 'patch' || action === 'cancel';

function useActions() {
  const api = useTRPC();
  const acknowledge = useMutation(api.escalations.acknowledge.mutationOptions());
  const decline = useMutation(api.escalations.decline.mutationOptions());
  const skip = useMutation(api.escalations.skip.mutationOptions());
  const resolve = useMutation(api.escalations.resolve.mutationOptions());
  const cancel = useMutation(api.escalations.cancel.mutationOptions());
  return { acknowledge, decline, skip, resolve, cancel };
}

export type EscalationActionsProps = {
  escalation: EscalationCard;
  /** What this reader may do at all; what makes no sense in the present state is left out. */
  allowed: readonly EscalationAction[];
  size?: ButtonSize;
};

/** Everything a reader can do about an escalation: what is said for oneself is one press. */
export function EscalationActions({ escalation, allowed, size = 'regular' }: EscalationActionsProps) {
  const queries = useQueryClient();
  const api = useTRPC();
  const actions = useActions();
  const [running, setRunning] = useState<EscalationAction | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [asked, setAsked] = useState<AskingAction | null>(null);
  const offered = offeredActions(escalation.state, allowed);
  // Whoever resolves may well have it themselves; an operator tells of somebody else.
  const blankAnswer: AcknowledgeDraft = {
    way: allowed.includes('resolve') ? 'self' : 'spoken',
    contactId: '',
  };
  const { id: escalationId, cycle, step } = escalation;
  const blank = { answer: blankAnswer, patch: blankPatch };
  const { drafts, change } = useEscalationDrafts(escalationId, blank);

  const close = () => {
    setAsked(null);
    setProblem(null);
  };
  const run = (action: Exclude<EscalationAction, 'record' | 'patch'>) => {
    setRunning(action);
    setProblem(null);
    // The place that is left goes along: a second press skips nobody.
    const place = action === 'skip' || action === 'decline' ? { cycle, step } : {};
    actions[action].mutate(
      { escalationId, ...place },
      {
        onSuccess: (card) => {
          setAsked(null);
          placeEscalation(queries, api, card);
        },
        onError: (error) => setProblem(errorWords(error).words),
        onSettled: () => setRunning(null),
      },
    );
  };

  if (offered.length === 0 && asked === null) return null;
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
              onClick={() => (isAsking(action) ? setAsked(action) : run(action))}
            >
              {words}
            </Button>
          );
        })}
      </div>
      {problem && asked === null ? (
        <p role="alert" className="text-critical">
          {problem}
        </p>
      ) : null}
      {asked === 'record' ? (
        <EscalationAcknowledgeDialog
          escalation={escalation}
          draft={drafts.answer}
          onDraft={(answer) => change({ answer })}
          onDone={() => {
            change({ answer: blank.answer });
            close();
          }}
          onClose={close}
        />
      ) : null}
      {asked === 'patch' ? (
        <EscalationPatchDialog
          escalation={escalation}
          draft={drafts.patch}
          onDraft={(patch) => change({ patch })}
          onDone={() => {
            change({ patch: blank.patch });
            close();
          }}
          onClose={close}
        />
      ) : null}
      {asked === 'cancel' ? (
        <ConfirmDialog
          title="Cancel this escalation?"
          confirmWords="Cancel the escalation"
          stayWords="Keep it running"
          isDangerous
          isBusy={running === 'cancel'}
          problem={problem}
          onConfirm={() => run('cancel')}
          onClose={close}
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
