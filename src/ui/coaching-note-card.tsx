import type { ReactNode } from 'react';
import type { CoachingNote } from '@/domain/coaching/model';
import { verdictWords } from '@/domain/reviews/verdict-words';
import { CoachingAnswer } from './score-card';
import { EscalationStateChip } from './state-chip';
import { Time } from './time';

/** What was said to an operator about an escalation, and what the operator said to it. */
export function CoachingNoteCard({ note, children }: { note: CoachingNote; children?: ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <EscalationStateChip state={note.state} />
        <h3 className="font-semibold">{note.clientName ?? 'No client'}</h3>
        <span className="text-ink-soft">
          began <Time at={note.startedAt} zone={note.clientTimeZone} />
        </span>
      </div>
      <p className="line-clamp-3 max-w-[66ch] whitespace-pre-line text-ink-soft">{note.summary}</p>
      <p className="max-w-[66ch] whitespace-pre-line">
        <span className="font-medium">{verdictWords(note.verdict)}. </span>
        {note.coachingNote}
      </p>
      <p className="text-[13px] text-ink-soft">
        {note.reviewedByName}, <Time at={note.at} />
        {note.seenAt === null ? '. Not seen yet.' : '.'}
      </p>
      <CoachingAnswer answer={note.answer} answeredAt={note.answeredAt} by={note.operatorName} />
      {children}
    </div>
  );
}
