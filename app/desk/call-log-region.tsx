'use client';

import { useEffect, useRef, type RefObject } from 'react';
import type { BriefingContent } from '@/domain/briefings/model';
import type { CallCard, Note } from '@/domain/calls/model';
import type { EscalationState } from '@/domain/escalations/model';
import type { WordingRules } from '@/domain/wording/model';
import { CallNotes } from './call-notes';
import { CallerFields } from './caller-fields';
import { useDesk } from './desk-context';
import { NoteList } from './note-list';
import type { CallFields } from './outbox';
import { ReadBack } from './read-back';
import type { ShownFields } from './use-call-fields';

type CallLogRegionProps = {
  call: CallCard;
  fields: ShownFields;
  onChange: (patch: CallFields) => void;
  onPhone: (text: string) => void;
  intake: BriefingContent['intake'];
  /** What is typed is checked against them. */
  rules: WordingRules;
  notes: readonly Note[];
  draft: { text: string; write: (text: string) => void; add: () => void };
  notesField: RefObject<HTMLTextAreaElement | null>;
  onSlash: () => void;
  /** How the call's latest escalation stands. */
  escalation: EscalationState | null;
  hasStatements: boolean;
};

/** The centre column: the fields scroll, the notes field stays where the hands expect it. */
export function CallLogRegion(props: CallLogRegionProps) {
  const {
    call,
    fields,
    onChange,
    onPhone,
    intake,
    rules,
    notes,
    draft,
    notesField,
    onSlash,
    escalation,
    hasStatements,
  } = props;
  const { entries } = useDesk();
  const end = useRef<HTMLDivElement>(null);
  const waiting = entries.flatMap((entry) =>
    entry.callId === call.id && (entry.kind === 'note' || entry.kind === 'question') ? [entry] : [],
  );
  const known = new Set(notes.map((note) => note.id));
  const count = notes.length + waiting.filter((entry) => !known.has(entry.noteId)).length;
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) end.current?.scrollIntoView({ block: 'nearest' });
    isFirst.current = false;
  }, [count]);

  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4">
        <CallerFields
          call={call}
          fields={fields}
          intake={intake}
          rules={rules}
          onChange={onChange}
          onPhone={onPhone}
        />
        <ReadBack call={call} fields={fields} escalation={escalation} />
        <section aria-label="Log">
          <h2 className="mb-1 font-semibold">Log</h2>
          {count === 0 ? (
            <p className="text-ink-soft">
              No points yet. Type below while the caller speaks; Enter adds a point.
            </p>
          ) : (
            <NoteList notes={notes} waiting={waiting} />
          )}
          <div ref={end} />
        </section>
      </div>
      <CallNotes
        text={draft.text}
        rules={rules}
        onWrite={draft.write}
        onAdd={draft.add}
        onSlash={onSlash}
        field={notesField}
        hasStatements={hasStatements}
      />
    </>
  );
}
