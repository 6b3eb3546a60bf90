'use client';

import { Check } from 'lucide-react';
import type { ReadBackResolution } from '@/domain/calls/model';
import { readBackWords } from '@/domain/calls/outcome-words';
import { Button } from '@/ui/button';
import { useDesk, useDeskNow } from './desk-context';
import type { GuideScene } from './guide-scene';
import { KeyFor } from './key-for';
import { readBackSentence } from './read-back-sentence';

type ReadBackProps = {
  scene: GuideScene;
  /** Leads to what the sentence is made of. */
  onChangeWords: () => void;
};

/** The outcome in one sentence to read to the caller, and what the caller said to it. */
export function ReadBack({ scene, onChangeWords }: ReadBackProps) {
  const { call, fields, promises, promiseStyle, escalations, outcome } = scene;
  const { outbox } = useDesk();
  const now = useDeskNow(60_000);
  const sentence = readBackSentence({
    fields,
    promises,
    style: promiseStyle,
    escalation: escalations[0]?.state ?? null,
    channel: call.channel,
    zone: call.clientTimeZone ?? 'UTC',
    now,
  });
  const answer = (resolution: ReadBackResolution) =>
    outbox.put({ kind: 'readBack', callId: call.id, resolution });
  return (
    <div role="group" aria-label="Read back">
      <p className={sentence === null ? 'text-ink-soft' : 'read-aloud'}>
        {sentence === null
          ? 'Made of the issue, the wish, the promises and who calls, as soon as one of them is written.'
          : `“${sentence}”`}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        {(['total', 'pending'] as const).map((resolution) => (
          <Button
            key={resolution}
            size="compact"
            aria-pressed={outcome.readBack === resolution}
            onClick={() => answer(resolution)}
            icon={
              outcome.readBack === resolution ? (
                <Check aria-hidden className="size-4" strokeWidth={3} />
              ) : null
            }
          >
            {readBackWords(resolution)}
          </Button>
        ))}
        <Button size="compact" variant="quiet" onClick={onChangeWords}>
          Change
        </Button>
        <KeyFor action="readBack" />
      </div>
    </div>
  );
}
