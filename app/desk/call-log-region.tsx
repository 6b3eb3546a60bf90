'use client';

import type { RefObject } from 'react';
import type { Note } from '@/domain/calls/model';
import { AbuseLine } from './abuse-line';
import { CallGuide } from './call-guide';
import { CallLog } from './call-log';
import { CallNotes } from './call-notes';
import { useDesk } from './desk-context';
import type { GuideScene } from './guide-scene';
import type { Guide } from './use-guide';

type CallLogRegionProps = {
  scene: GuideScene;
  guide: Guide;
  notes: readonly Note[];
  draft: { text: string; write: (text: string) => void; add: () => void };
  notesField: RefObject<HTMLTextAreaElement | null>;
  onSlash: () => void;
  onEndForAbuse: () => void;
  hasStatements: boolean;
};

/** The centre column: the guide scrolls; the log and the notes field stay where the hands expect them. */
export function CallLogRegion(props: CallLogRegionProps) {
  const { scene, guide, notes, draft, notesField, onSlash, onEndForAbuse, hasStatements } = props;
  const { call, rules, playbook } = scene;
  const { entries } = useDesk();
  const waiting = entries.flatMap((entry) =>
    entry.callId === call.id && (entry.kind === 'note' || entry.kind === 'question' || entry.kind === 'abuse')
      ? [entry]
      : [],
  );
  return (
    <>
      {playbook !== null && call.channel === 'phone' ? (
        <AbuseLine call={call} playbook={playbook.content} notes={notes} onEnd={onEndForAbuse} />
      ) : null}
      <CallGuide scene={scene} guide={guide} />
      <CallLog notes={notes} waiting={waiting} />
      <CallNotes
        text={draft.text}
        rules={rules}
        onWrite={draft.write}
        onAdd={draft.add}
        onSlash={onSlash}
        field={notesField}
        hasStatements={hasStatements}
        isCanDoLarge={playbook?.content.foldsAccount === true}
      />
    </>
  );
}
