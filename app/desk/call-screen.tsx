'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { CallCard } from '@/domain/calls/model';
import { classNames } from '@/ui/class-names';
import { fieldId } from '@/ui/field-id';
import { focusStatements } from '@/ui/briefing-statements';
import { syncedNow } from '@/ui/now';
import { v7 } from 'uuid';
import { BriefingPanel } from './briefing-panel';
import { CallBar } from './call-bar';
import { CallEscalations } from './call-escalations';
import { CallHeader } from './call-header';
import { CallLogRegion } from './call-log-region';
import { callWordingRules } from './call-wording-rules';
import { CallRegion, RegionTabs, regions, type Region } from './call-regions';
import { CallerHistory } from './caller-history';
import { useDesk } from './desk-context';
import { escalationsOfCall } from './desk-selectors';
import { EscalateSheet } from './escalate-sheet';
import { escalationSummary } from './escalation-summary';
import { focusUrgency, Triage } from './triage';
import { useCallBriefing } from './use-call-briefing';
import { useCallFields } from './use-call-fields';
import { useCallKeys } from './use-call-keys';
import { useNoteDraft } from './use-note-draft';
import { useConfirmKey } from './use-readings';
import { WrapUpSheet } from './wrap-up-sheet';

type CallScreenProps = { call: CallCard; serverDraft: string | null; loadProblem: string | null };

const isWide = () => window.matchMedia('(min-width: 1280px)').matches;

/** A call in this operator's hands: what to say, what to write, whom to tell. */
export function CallScreen({ call, serverDraft, loadProblem }: CallScreenProps) {
  const { state, outbox, answeringId } = useDesk();
  const [region, setRegion] = useState<Region>('briefing');
  const [sheet, setSheet] = useState<'escalate' | 'wrap-up' | null>(null);
  const [endedAt, setEndedAt] = useState<Date>(call.ringAt);
  const notesField = useRef<HTMLTextAreaElement>(null);

  const { fields, change, changePhone } = useCallFields(call);
  const draft = useNoteDraft(call.id, serverDraft);
  const reading = useCallBriefing(call);
  const content = reading.spoken?.content;
  const published = reading.shown?.content;
  const rules = useMemo(() => callWordingRules(published, published?.language ?? 'en'), [published]);
  const notes = state.logs[call.id]?.notes ?? [];
  const escalations = escalationsOfCall(state, call.id);
  const statements = content?.statements ?? [];

  useEffect(() => {
    if (isWide()) notesField.current?.focus();
  }, []);

  const show = (next: Region, focus: () => void) => {
    setRegion(next);
    requestAnimationFrame(focus);
  };
  const focusRegion = (next: Region) =>
    show(next, () => {
      if (next === 'notes') notesField.current?.focus();
      else document.getElementById(`region-${next}`)?.focus();
    });
  const goTo = (field: string) => {
    if (!isWide()) setSheet(null);
    show(field === 'mood' ? 'caller' : 'notes', () => document.getElementById(fieldId(field))?.focus());
  };
  const move = (direction: 1 | -1) => {
    const inFocus = regions.find((one) =>
      document.getElementById(`region-${one}`)?.contains(document.activeElement),
    );
    const from = regions.indexOf(isWide() && inFocus ? inFocus : region);
    const next = regions[(from + direction + regions.length) % regions.length];
    if (next) focusRegion(next);
  };
  const wrapUp = () => {
    setEndedAt(syncedNow());
    setSheet('wrap-up');
  };

  useCallKeys({
    onUrgency: () => show('caller', focusUrgency),
    onEscalate: () => setSheet('escalate'),
    onWrapUp: wrapUp,
    onTell: (position) => {
      // By its number in the whole version; what has expired since cannot be told.
      const statement = published?.statements[position];
      if (statement && statements.some(({ id }) => id === statement.id)) reading.tell(statement.id);
    },
    onMove: move,
  });
  useConfirmKey(() => reading.toConfirm);

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <CallHeader call={call} />
      <RegionTabs region={region} onRegion={setRegion} neverSayCount={content?.neverSay.length ?? 0} />
      <div
        className={classNames(
          'grid min-h-0 flex-1 grid-cols-1 grid-rows-1',
          // An open sheet lies over the right column only: the fields it asks for stay in sight.
          sheet === null ? 'xl:grid-cols-[36fr_40fr_24fr]' : 'xl:grid-cols-[36fr_40fr_480px]',
        )}
      >
        <CallRegion name="briefing" shown={region}>
          <BriefingPanel
            call={call}
            reading={reading}
            rules={rules}
            onAsk={(text) => outbox.put({ kind: 'question', callId: call.id, noteId: v7(), text })}
            onLeaveStatements={() => focusRegion('notes')}
            loadProblem={loadProblem}
          />
        </CallRegion>
        <CallRegion name="notes" shown={region}>
          <CallLogRegion
            call={call}
            fields={fields}
            onChange={change}
            onPhone={changePhone}
            intake={content?.intake ?? []}
            rules={rules}
            notes={notes}
            draft={draft}
            notesField={notesField}
            onSlash={() => show('briefing', focusStatements)}
            escalation={escalations[0]?.state ?? null}
            hasStatements={statements.length > 0}
          />
        </CallRegion>
        <CallRegion name="caller" shown={region}>
          <div className="flex flex-col gap-5 p-4">
            <Triage fields={fields} onChange={change} />
            <CallEscalations escalations={escalations} zone={call.clientTimeZone} />
            <CallerHistory call={call} />
          </div>
        </CallRegion>
      </div>
      <CallBar
        call={call}
        isAnswering={answeringId === call.id}
        fields={fields}
        isEscalated={escalations.length > 0}
        onEscalate={() => setSheet('escalate')}
        onWrapUp={wrapUp}
      />
      <EscalateSheet
        call={call}
        isOpen={sheet === 'escalate'}
        onOpenChange={(isOpen) => setSheet(isOpen ? 'escalate' : null)}
        escalations={escalations}
        proposed={escalationSummary({ content: content ?? null, fields, notes })}
        urgency={fields.urgency}
        rules={rules}
      />
      <WrapUpSheet
        call={call}
        isOpen={sheet === 'wrap-up'}
        onOpenChange={(isOpen) => setSheet(isOpen ? 'wrap-up' : null)}
        endedAt={endedAt}
        wrapUp={{
          fields,
          intake: content?.intake ?? [],
          noteCount: notes.length + (draft.text.trim() === '' ? 0 : 1),
          isEscalated: escalations.length > 0,
        }}
        draft={draft.text}
        onAddNote={draft.add}
        onGo={goTo}
      />
    </div>
  );
}
