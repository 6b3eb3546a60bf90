'use client';

import { useState } from 'react';
import type { CallCard } from '@/domain/calls/model';
import type { Scoring } from '@/domain/coaching/model';
import { canChangeScore } from '@/domain/coaching/policy';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/list-states';
import { ScoreCard } from '@/ui/score-card';
import { NextSample } from './next-sample';
import { ScoreForm } from './score-form';

export type ScoringPanelProps = {
  scoring: Scoring;
  call: CallCard;
  reader: Parameters<typeof canChangeScore>[0];
};

/** The form while the call is not scored, and how it was scored once it is. */
export function ScoringPanel({ scoring, call, reader }: ScoringPanelProps) {
  const [isChanging, setIsChanging] = useState(false);
  const [isJustSaved, setIsJustSaved] = useState(false);
  const { score, problem, callId } = scoring;
  if (score === null && problem !== null) {
    return (
      <EmptyState
        title="You cannot score this call."
        action={<NextSample callId={callId} ownId={reader.id} />}
      >
        {problem}
      </EmptyState>
    );
  }
  if (score === null || isChanging) {
    return (
      <ScoreForm
        key={score?.id ?? 'new'}
        scoring={scoring}
        call={call}
        onDone={() => {
          setIsChanging(false);
          setIsJustSaved(true);
        }}
        {...(score !== null && { onStay: () => setIsChanging(false) })}
      />
    );
  }
  return (
    <section aria-label="How it was scored" className="flex min-w-0 flex-col gap-4">
      <h2 className="text-base font-semibold">How it was scored</h2>
      <ScoreCard score={score} title={`${score.operatorName}, ${score.clientName ?? 'unrecognised number'}`}>
        <div className="flex flex-wrap items-center gap-3">
          {canChangeScore(reader, score) ? (
            <Button onClick={() => setIsChanging(true)}>Mark it anew</Button>
          ) : null}
          <NextSample callId={callId} ownId={reader.id} isFocused={isJustSaved} />
        </div>
      </ScoreCard>
    </section>
  );
}
