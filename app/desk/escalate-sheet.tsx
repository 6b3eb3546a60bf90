'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import { errorWords, useTRPC } from '@/api/client';
import { urgencies, type CallCard, type Urgency } from '@/domain/calls/model';
import type { EscalationCard } from '@/domain/escalations/model';
import type { WordingRules } from '@/domain/wording/model';
import { Button } from '@/ui/button';
import { ErrorSummary, type SummaryProblem } from '@/ui/error-summary';
import { Field, TextArea } from '@/ui/field';
import { KeyHint } from '@/ui/key-hint';
import { Sheet } from '@/ui/sheet';
import { WordingHints } from '@/ui/wording-hints';
import { EscalationLive } from './call-escalations';
import { urgencyWords } from './call-words';
import { ChoiceRow } from './choice-row';
import { useDesk } from './desk-context';
import { EscalationSteps } from './escalation-steps';
import { runMutation } from './run-mutation';

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
};

/** F8: who would be told and when, the message, and after the start what became of it. */
export function EscalateSheet({
  call,
  isOpen,
  onOpenChange,
  escalations,
  proposed,
  urgency,
  rules,
}: EscalateSheetProps) {
  const { dispatch } = useDesk();
  const api = useTRPC();
  const queries = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [written, setWritten] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Urgency | null>(null);
  // Made before the first attempt, so that a retry after a lost answer starts no second escalation.
  const [escalationId, setEscalationId] = useState(() => v7());
  const [isStarting, setIsStarting] = useState(false);
  const [isAnother, setIsAnother] = useState(false);
  const [problems, setProblems] = useState<readonly SummaryProblem[]>([]);
  const [attempt, setAttempt] = useState(0);

  const current = escalations[0];
  const isForm = current === undefined || isAnother;
  const summary = written ?? proposed;
  const level = chosen ?? (urgency === 'routine' ? 'urgent' : urgency);

  const start = () => {
    if (isStarting) return;
    setAttempt((count) => count + 1);
    if (summary.trim() === '') {
      setProblems([{ field: 'escalation.summary', words: 'Say in a sentence what it is about.' }]);
      return;
    }
    setProblems([]);
    setIsStarting(true);
    const input = { callId: call.id, urgency: level, summary: summary.trim(), escalationId };
    runMutation(queries, api.escalations.start.mutationOptions(), input)
      .then(
        (escalation) => {
          dispatch({ type: 'escalation', escalation });
          setEscalationId(v7());
          setWritten(null);
          setIsAnother(false);
        },
        (error: unknown) => setProblems([{ field: '', words: errorWords(error).words }]),
      )
      .finally(() => setIsStarting(false));
  };

  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isModal={false}
      title="Escalate"
      description={call.clientName ?? 'Unrecognised number'}
      initialFocus={field}
      footer={
        isForm ? (
          <>
            <Button variant="primary" size="call" isBusy={isStarting} onClick={start}>
              Start <KeyHint keys={['Ctrl', 'Enter']} />
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
        <div
          className="flex flex-col gap-4"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            start();
          }}
        >
          <ErrorSummary title="Nobody has been told" problems={problems} focusKey={attempt} />
          <EscalationSteps callId={call.id} isAsked={isOpen} />
          <ChoiceRow
            name="escalation-urgency"
            legend="Urgency"
            options={urgencies.map((value) => ({ value, words: urgencyWords[value] }))}
            value={level}
            onChange={setChosen}
          />
          <Field
            label="Message"
            name="escalation.summary"
            hint="Readable without a sign-in: leave out the caller’s name and number. They are in the call’s log."
            below={<WordingHints text={summary} rules={rules} />}
          >
            <TextArea
              ref={field}
              rows={7}
              value={summary}
              maxLength={2_000}
              onChange={(event) => setWritten(event.target.value)}
            />
          </Field>
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          <p className="whitespace-pre-line">{current.summary}</p>
          <EscalationLive escalation={current} zone={call.clientTimeZone} />
        </div>
      )}
    </Sheet>
  );
}
