'use client';

import { useEffect, useRef, useState } from 'react';
import type { CallCard, Urgency } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
import type { WordingRules } from '@/domain/wording/model';
import { Button } from '@/ui/button';
import { KeyHint } from '@/ui/key-hint';
import { Sheet } from '@/ui/sheet';
import { EscalationLive } from './call-escalations';
import { useContactPhones } from './contact-phones';
import { EscalationForm, useEscalationWords } from './escalation-form';
import { useEscalationSteps } from './escalation-steps';
import { Keys } from './key-for';
import { useEnterBefore } from './use-enter-before';
import { useStartEscalation } from './use-start-escalation';

type EscalateSheetProps = {
  call: CallCard;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The newest first. */
  escalations: readonly EscalationCard[];
  /** Composed from the call; the operator's own wording, once there is one, takes its place. */
  proposed: string;
  urgency: Urgency;
  rules: WordingRules;
  /** Set beforehand, with the focus on Start: Enter tells them. A calmer escalation does not stand in its way. */
  initialUrgency?: Urgency;
  /** How often it was asked for while open: each time Start has the focus again, and what was written stays. */
  askedCount?: number;
};

const inMotion = new Set(['open', 'acknowledged', 'unanswered']);

/** Who would be told and when, the message, and after the start what became of it. */
export function EscalateSheet(props: EscalateSheetProps) {
  const { call, isOpen, onOpenChange, escalations, proposed, urgency, rules, initialUrgency } = props;
  const { askedCount = 1 } = props;
  // Asked as soon as there is a call, so that all is known when the connection is gone.
  useContactPhones(call.clientId);
  const field = useRef<HTMLTextAreaElement>(null);
  const startButton = useRef<HTMLButtonElement>(null);
  const progress = useRef<HTMLDivElement>(null);
  const [isAnother, setIsAnother] = useState(false);
  const level = initialUrgency ?? (urgency === 'routine' ? 'urgent' : urgency);
  const words = useEscalationWords(proposed, level);
  useEscalationSteps({ callId: call.id }, words.urgency, true);
  useEscalationSteps({ callId: call.id }, 'emergency', true);
  const starting = useStartEscalation(() => {
    words.forget();
    setIsAnother(false);
    requestAnimationFrame(() => progress.current?.focus());
  });

  const current = escalations.find(
    (one) => initialUrgency === undefined || (one.urgency === initialUrgency && inMotion.has(one.state)),
  );
  const isForm = current === undefined || isAnother;
  const start = () => starting.start({ callId: call.id }, words.urgency, words.summary);
  useEnterBefore(isForm && !isAnother && initialUrgency !== undefined, startButton, start);
  useEffect(() => {
    if (askedCount > 1) (startButton.current ?? progress.current)?.focus();
  }, [askedCount]);

  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isModal={false}
      title={initialUrgency === 'emergency' ? 'Emergency' : 'Escalate'}
      description={call.clientName ?? 'Unrecognised number'}
      initialFocus={initialUrgency === undefined ? field : startButton}
      footer={
        isForm ? (
          <>
            <Button
              ref={startButton}
              variant="primary"
              size="call"
              isBusy={starting.isStarting}
              onClick={start}
            >
              Start {initialUrgency === undefined ? <Keys keys="mod+enter" /> : <KeyHint keys="Enter" />}
            </Button>
            <Button size="call" onClick={() => onOpenChange(false)}>
              Not now
            </Button>
          </>
        ) : (
          <Button onClick={() => setIsAnother(true)}>Start another escalation</Button>
        )
      }
    >
      {isForm ? (
        <EscalationForm
          of={{ callId: call.id }}
          clientId={call.clientId}
          isAsked={isOpen}
          words={words}
          starting={starting}
          onStart={start}
          field={field}
          rules={rules}
        />
      ) : (
        <div
          ref={progress}
          tabIndex={-1}
          role="group"
          aria-label="What became of it"
          className="flex flex-col gap-4 outline-none"
        >
          <p className="whitespace-pre-line">{current.summary}</p>
          <EscalationLive key={current.id} escalation={current} zone={call.clientTimeZone} />
        </div>
      )}
    </Sheet>
  );
}
