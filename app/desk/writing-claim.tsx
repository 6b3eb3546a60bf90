'use client';

import { Users } from 'lucide-react';
import type { CallCard } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { useDesk } from './desk-context';
import { useDeskId } from './use-desk-id';
import { useDeskMarks } from './use-desk-marks';
import { writingWords } from './writing-words';

/** Who else has this call open, and who writes. It keeps nobody from writing: every point is its own. */
export function WritingClaim({ call }: { call: CallCard }) {
  const { state } = useDesk();
  const deskId = useDeskId();
  const { claim } = useDeskMarks(call);
  const desks = state.desks[call.id] ?? [];
  const words = writingWords(desks, { me: state.me, deskId });
  const isWrittenElsewhere = desks.some((desk) => desk.isWriting && desk.deskId !== deskId);
  return (
    <div
      role="group"
      aria-label="Who else is here"
      className={
        words === ''
          ? 'hidden'
          : 'flex min-h-9 shrink-0 items-center gap-3 border-b border-line px-4 text-ink-soft'
      }
    >
      <p role="status" className="flex min-w-0 items-center gap-1.5">
        <Users aria-hidden className="size-4 shrink-0" />
        {words}
      </p>
      {isWrittenElsewhere ? (
        <Button size="compact" onClick={claim}>
          Write here
        </Button>
      ) : null}
    </div>
  );
}
