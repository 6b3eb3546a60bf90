'use client';

import { TriangleAlert } from 'lucide-react';
import { Button } from '@/ui/button';
import { useNow } from '@/ui/now';
import { outcomeWords } from '@/ui/callback-words';
import { useDesk } from './desk-context';
import { sendable, type OutboxEntry } from './outbox';

/** A change that takes longer than this is worth a word. */
const QUIET_MS = 4_000;

function textOf(entry: OutboxEntry): string {
  switch (entry.kind) {
    case 'note':
    case 'question':
    case 'abuse':
    case 'draft':
      return entry.text;
    case 'promise':
      return `Promised: ${entry.promise.what}`;
    case 'phone':
      return entry.phone;
    case 'fields': {
      const { intake = {}, callerName, requestedSolution, issue, mood, urgency } = entry.fields;
      const words = [callerName, issue, requestedSolution, mood, urgency, ...Object.values(intake)];
      return words.filter(Boolean).join(', ') || 'What was chosen in the guide';
    }
    case 'told':
      return 'A statement marked as told';
    case 'readBack':
      return 'The result of the read-back';
    case 'reading':
      return `I have read v${entry.version}: ${entry.headline}`;
    case 'kept':
      return `Kept: ${entry.what}. ${entry.evidence}`;
    case 'try':
      return [`Call back to ${entry.caller}: ${outcomeWords[entry.outcome]}`, entry.note]
        .filter(Boolean)
        .join('. ');
  }
}

/** What is kept on this computer only, and what the server refused, with the words why. Nothing is dropped unseen. */
export function UnsavedWords({ callId }: { callId?: string }) {
  const { entries, outbox, isStored, staleSince } = useDesk();
  const now = useNow();
  const here = entries.filter((entry) => callId === undefined || entry.callId === callId);
  const waiting = sendable(here);
  const isSlow = now !== null && waiting.some((entry) => now.getTime() - entry.madeAt > QUIET_MS);
  // While the call is open its own field says what is wrong with the number.
  const refused = here.filter(
    (entry) => entry.refusal !== null && (callId === undefined || entry.kind !== 'phone'),
  );
  const changes = waiting.length === 1 ? '1 change waiting' : `${waiting.length} changes waiting`;

  return (
    <>
      <div role="status" className="empty:hidden">
        {waiting.length > 0 && (staleSince !== null || isSlow || !isStored) ? (
          <p className="inline-flex items-center gap-1.5 rounded bg-medium-soft px-2 py-1 font-medium text-medium">
            <TriangleAlert aria-hidden className="size-4 shrink-0" />
            {isStored
              ? `Saving on this computer, ${changes}`
              : `This browser keeps nothing: do not close this window, ${changes}`}
          </p>
        ) : null}
      </div>
      {refused.length > 0 ? (
        <div role="alert" className="flex flex-col gap-2 rounded-md bg-critical-soft p-3">
          <p className="font-semibold text-critical">Not saved</p>
          <ul className="flex flex-col gap-2">
            {refused.map((entry) => (
              <li key={entry.key} className="flex flex-wrap items-center gap-2">
                <p className="min-w-0 flex-1">
                  <span className="block text-critical">{entry.refusal}</span>“{textOf(entry)}”
                </p>
                <Button size="compact" onClick={() => void navigator.clipboard.writeText(textOf(entry))}>
                  Copy
                </Button>
                <Button size="compact" onClick={() => outbox.drop(entry.key)}>
                  Let go
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
