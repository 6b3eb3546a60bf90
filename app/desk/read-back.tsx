'use client';

import { Check } from 'lucide-react';
import type { CallCard, ReadBackResolution } from '@/domain/calls/model';
import type { EscalationState } from '@/domain/escalations/model';
import { Button } from '@/ui/button';
import { useDesk } from './desk-context';
import { readBackSentence } from './read-back-sentence';
import type { ShownFields } from './use-call-fields';
import { readBackWords } from './call-words';

type ReadBackProps = { call: CallCard; fields: ShownFields; escalation: EscalationState | null };

/** The outcome in one sentence to read to the caller, and what the caller said to it. */
export function ReadBack({ call, fields, escalation }: ReadBackProps) {
  const { entries, outbox } = useDesk();
  const sentence = readBackSentence(fields, escalation);
  const pending = entries.find((entry) => entry.callId === call.id && entry.kind === 'readBack');
  const result = pending?.kind === 'readBack' ? pending.resolution : call.readBack;
  const answer = (resolution: ReadBackResolution) =>
    outbox.put({ kind: 'readBack', callId: call.id, resolution });
  if (sentence === null) return null;
  return (
    <section aria-label="Read back" className="rounded-md border border-line px-3 py-2">
      <p className="eyebrow">Read back</p>
      <p className="read-aloud">“{sentence}”</p>
      <div className="mt-1 flex flex-wrap gap-2">
        {(['total', 'pending'] as const).map((resolution) => (
          <Button
            key={resolution}
            size="compact"
            aria-pressed={result === resolution}
            onClick={() => answer(resolution)}
            icon={result === resolution ? <Check aria-hidden className="size-4" strokeWidth={3} /> : null}
          >
            {readBackWords[resolution]}
          </Button>
        ))}
      </div>
    </section>
  );
}
