'use client';

import { useState } from 'react';
import type { CallCard, Note } from '@/domain/calls/model';
import { logText } from '@/domain/messages/log-text';
import { Button } from '@/ui/button';
import { CopyText } from '@/ui/copy-text';
import { EmptyState } from '@/ui/list-states';
import { LogLines } from '@/ui/log-lines';
import { CallStateChip } from '@/ui/state-chip';
import { Time } from '@/ui/time';
import { useCallLog } from '@/ui/use-call-log';
import { callName } from './call-words';
import { CallerLine } from './caller-line';
import { CorrectionForm } from './correction-form';
import { useDesk } from './desk-context';
import { NoteList } from './note-list';
import { UnsavedWords } from './unsaved-words';

/** What the fields of its intake are called, as far as this desk knows. */
function useIntake({ briefingVersionId, callTypeId }: CallCard) {
  const { state } = useDesk();
  const briefing = briefingVersionId === null ? undefined : state.versions[briefingVersionId];
  const callType = callTypeId === null ? undefined : state.callTypes[callTypeId];
  return [...(callType?.intake ?? []), ...(briefing?.content.intake ?? [])];
}

/** A call that is over: its log, to read, to copy, and to correct by new points. */
export function PastCall({ call }: { call: CallCard }) {
  const { state, entries, open } = useDesk();
  const [corrected, setCorrected] = useState<Note | null>(null);
  const { notes = [], told = [] } = state.logs[call.id] ?? {};
  const shown = useCallLog(call.id, { call, notes, told, intake: useIntake(call) });
  const isClosed = call.state === 'closed';
  const waiting = entries.flatMap((entry) =>
    entry.callId === call.id && (entry.kind === 'note' || entry.kind === 'question' || entry.kind === 'abuse')
      ? [entry]
      : [],
  );
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-5 px-4 py-6">
      <header className="flex flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-3">
          <CallStateChip state={call.state} isHeld={call.isHeld} channel={call.channel} />
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
      </header>
      {shown ? (
        <section aria-labelledby="about-call" className="flex flex-col gap-2">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h2 id="about-call" className="text-base font-semibold">
              {shown.log.subject}
            </h2>
            <CopyText text={logText(shown.log)} />
          </div>
          <LogLines lines={shown.log.facts} />
          {shown.isWhole ? null : (
            <p role="status" className="text-ink-soft">
              What was promised and escalated is not on this desk yet.
            </p>
          )}
        </section>
      ) : null}
      <section aria-labelledby="points" className="flex flex-col gap-2">
        <h2 id="points" className="text-base font-semibold">
          Log
        </h2>
        {notes.length > 0 || waiting.length > 0 ? (
          <NoteList
            notes={notes}
            waiting={waiting}
            {...(isClosed ? { actions: (note) => <CorrectThis note={note} onPress={setCorrected} /> } : {})}
          />
        ) : (
          <EmptyState title="Nothing was written down on this call." />
        )}
      </section>
      {isClosed ? (
        <CorrectionForm call={call} corrected={corrected} onCorrected={() => setCorrected(null)} />
      ) : null}
      <UnsavedWords callId={call.id} />
    </div>
  );
}

function CorrectThis({ note, onPress }: { note: Note; onPress: (note: Note) => void }) {
  return (
    <Button
      size="compact"
      variant="quiet"
      className="-ml-2"
      aria-label={`Correct: ${note.text.slice(0, 80)}`}
      onClick={() => onPress(note)}
    >
      Correct
    </Button>
  );
}
