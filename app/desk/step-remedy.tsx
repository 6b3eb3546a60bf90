'use client';

import { Check } from 'lucide-react';
import { v7 } from 'uuid';
import { Button } from '@/ui/button';
import { pointsOf } from './call-outcome';
import { useDesk } from './desk-context';
import type { GuideScene } from './guide-scene';
import { remedyPoint, settledRemedies } from './settled-remedies';

/** What may be settled in the call, and what to say where the answer would be no. */
export function RemedyStep({ scene }: { scene: GuideScene }) {
  const { call, playbook, neverSay } = scene;
  const { state, entries, outbox } = useDesk();
  const settled = settledRemedies(
    pointsOf(call.id, state.logs[call.id]?.notes ?? [], entries),
    call.routineRemedies,
  );
  const settle = (remedy: string) => {
    if (settled.has(remedy)) return;
    outbox.put({ kind: 'note', callId: call.id, noteId: v7(), text: remedyPoint(remedy) });
  };
  const isSolvedNow = playbook?.content.resolution === 'solve_now';
  const canDo =
    playbook?.content.foldsAccount === true ? neverSay.filter(({ sayInstead }) => sayInstead !== '') : [];
  return (
    <>
      {call.routineRemedies.length === 0 ? (
        <p className="text-ink-soft">
          This client lists no routine remedies.{' '}
          {isSolvedNow ? 'Say what you can do, and promise it.' : 'Gather, and promise a call back.'}
        </p>
      ) : (
        <div role="group" aria-label="Settled on the spot" className="flex flex-wrap gap-1.5">
          {call.routineRemedies.map((remedy) => (
            <Button
              key={remedy}
              size="compact"
              aria-pressed={settled.has(remedy)}
              onClick={() => settle(remedy)}
              icon={settled.has(remedy) ? <Check aria-hidden className="size-4" strokeWidth={3} /> : null}
            >
              {remedy}
            </Button>
          ))}
        </div>
      )}
      {canDo.length > 0 ? (
        <ul aria-label="Instead of a no" className="flex flex-col gap-1">
          {canDo.map(({ id, phrase, sayInstead }) => (
            <li key={id}>
              <span className="text-[13px] text-never">Not “{phrase}”. </span>
              <span className="text-[13px] font-semibold text-fine">Say instead: </span>
              <span className="read-aloud">“{sayInstead}”</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
