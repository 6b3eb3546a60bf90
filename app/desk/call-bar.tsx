'use client';

import type { CallCard } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { CallStateChip } from '@/ui/state-chip';
import { Elapsed } from '@/ui/time';
import { moodWords } from './call-words';
import { KeyFor } from './key-for';
import { HandOver } from './hand-over';
import { UnsavedWords } from './unsaved-words';
import type { ShownFields } from './use-call-fields';

type CallBarProps = {
  call: CallCard;
  isAnswering: boolean;
  fields: ShownFields;
  isEscalated: boolean;
  onEscalate: () => void;
  onWrapUp: () => void;
};

/** Always in sight: how long, how the caller is, and the two ways on. */
export function CallBar({ call, isAnswering, fields, isEscalated, onEscalate, onWrapUp }: CallBarProps) {
  return (
    <div className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-sunken px-4 py-1.5">
      {isAnswering ? (
        <p className="font-medium text-ink-soft">Answering</p>
      ) : (
        <CallStateChip state={call.state} isHeld={call.isHeld} channel={call.channel} />
      )}
      <p className="text-base font-semibold">
        <Elapsed since={call.answeredAt ?? call.ringAt} until={call.endedAt} />
      </p>
      <p className="max-sm:sr-only">
        <span className="text-ink-soft">Mood now: </span>
        {fields.mood === null ? 'not set' : moodWords[fields.mood]}
      </p>
      <UnsavedWords callId={call.id} />
      <div className="ml-auto flex flex-wrap gap-2">
        <HandOver call={call} />
        <Button size="call" onClick={onEscalate}>
          {isEscalated ? 'Escalation' : 'Escalate'} <KeyFor action="escalate" />
        </Button>
        <Button size="call" variant="primary" onClick={onWrapUp}>
          Wrap up <KeyFor action="wrapUp" />
        </Button>
      </div>
    </div>
  );
}
