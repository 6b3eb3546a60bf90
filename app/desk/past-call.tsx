'use client';

import type { CallCard } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/list-states';
import { CallStateChip } from '@/ui/state-chip';
import { Time } from '@/ui/time';
import { callName, dispositionWords } from './call-words';
import { CallerLine } from './caller-line';
import { useDesk } from './desk-context';
import { NoteList } from './note-list';

/** A call that is over, or in a colleague's hands: to read, not to write. */
export function PastCall({ call }: { call: CallCard }) {
  const { state, open } = useDesk();
  const log = state.logs[call.id];
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 px-4 py-6">
      <header className="flex flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-3">
          <CallStateChip state={call.state} isHeld={call.isHeld} />
          <span className="text-ink-soft">
            Rang <Time at={call.ringAt} zone={call.clientTimeZone} />
            {call.answeredByName ? `, answered by ${call.answeredByName}` : ''}
          </span>
          <Button className="ml-auto" variant="primary" onClick={() => open(null)}>
            Back to the desk
          </Button>
        </div>
        <h1 className="text-[28px] leading-9 font-semibold">{callName(call)}</h1>
        <CallerLine call={call} />
        {call.disposition ? <p>Ended as: {dispositionWords[call.disposition].words}</p> : null}
      </header>
      {log && log.notes.length > 0 ? (
        <NoteList notes={log.notes} />
      ) : (
        <EmptyState title="Nothing was written down on this call." />
      )}
    </div>
  );
}
