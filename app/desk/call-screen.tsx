'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { CallCard, Disposition } from '@/domain/calls/model';
import { classNames } from '@/ui/class-names';
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
import { BesidePanel } from './beside-panel';
import { useDesk } from './desk-context';
import { OpenCallbacks } from './open-callbacks';
import { EscalateSheet } from './escalate-sheet';
import { escalationSummary } from './escalation-summary';
import { focusUrgency, Triage } from './triage';
import { useCallBriefing } from './use-call-briefing';
import { useCallFields } from './use-call-fields';
import { useCallKeys } from './use-call-keys';
import { followsOf, useCallScene, useWrapUp } from './use-call-scene';
import { useGuide } from './use-guide';
import { useKnownWords } from './known-words';
import { useMoodKey } from './mood-key';
import { useNoteDraft } from './use-note-draft';
import { useConfirmKey } from './use-readings';
import { WrapUpSheet } from './wrap-up-sheet';
import { WritingClaim } from './writing-claim';

type CallScreenProps = { call: CallCard; loadProblem: string | null };

const isWide = () => window.matchMedia('(min-width: 1280px)').matches;

/** A call in this operator's hands: what to say, what to write, whom to tell. */
export function CallScreen({ call, loadProblem }: CallScreenProps) {
  const { state, outbox, answeringId } = useDesk();
  const [region, setRegion] = useState<Region>('briefing');
  const [sheet, setSheet] = useState<'escalate' | 'wrap-up' | null>(null);
  const [endedAt, setEndedAt] = useState<Date>(call.ringAt);
  const [ending, setEnding] = useState<Disposition | null>(null);
  const notesField = useRef<HTMLTextAreaElement>(null);

  const { fields, change, changePhone } = useCallFields(call);
  const draft = useNoteDraft(call.id);
  const reading = useCallBriefing(call);
  const content = reading.spoken?.content;
  const published = reading.shown?.content;
  const rules = useMemo(() => callWordingRules(published, published?.language ?? 'en'), [published]);
  const notes = state.logs[call.id]?.notes ?? [];
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
  const move = (direction: 1 | -1) => {
    const inFocus = regions.find((one) =>
      document.getElementById(`region-${one}`)?.contains(document.activeElement),
    );
    const from = regions.indexOf(isWide() && inFocus ? inFocus : region);
    const next = regions[(from + direction + regions.length) % regions.length];
    if (next) focusRegion(next);
  };
  const wrapUp = (how: Disposition | null) => {
    setEndedAt(syncedNow());
    setEnding(how);
    setSheet('wrap-up');
  };
  const scene = useCallScene({
    call,
    notes,
    rules,
    published: published ?? null,
    newest: reading.newer?.content ?? published ?? null,
    spoken: content ?? null,
    fields,
    onChange: change,
    onPhone: changePhone,
    onEscalate: () => setSheet('escalate'),
    onNotes: () => focusRegion('notes'),
  });
  const { escalations } = scene;
  const wrapUpOfCall = useWrapUp(scene, notes, draft.text);
  const guide = useGuide({
    playbook: scene.playbook,
    outcome: scene.outcome,
    channel: call.channel,
    onChange: change,
    show: (focus) => {
      // Elsewhere a sheet lies over all that it asks for.
      if (!isWide()) setSheet(null);
      show('notes', focus);
    },
    onFinished: scene.onNotes,
  });

  useCallKeys({
    onUrgency: () => show('caller', focusUrgency),
    onEscalate: () => setSheet('escalate'),
    onWrapUp: () => wrapUp(null),
    onTell: (position) => {
      // By its number in the whole version; what has expired since cannot be told.
      const statement = published?.statements[position];
      if (statement && statements.some(({ id }) => id === statement.id)) reading.tell(statement.id);
    },
    onMove: move,
  });
  const summary = (points: readonly { readonly text: string }[]) =>
    escalationSummary({ content: content ?? null, fields, notes: points, channel: call.channel });
  useConfirmKey(() => reading.toConfirm);
  useMoodKey(fields, change);
  useKnownWords(call.id, () => {
    const typed = draft.text.trim() === '' ? [] : [{ text: draft.text.trim() }];
    return summary([...notes, ...typed]);
  });

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <CallHeader call={call} />
      <WritingClaim call={call} />
      <OpenCallbacks call={call} isInHand />
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
            scene={scene}
            guide={guide}
            notes={notes}
            draft={draft}
            notesField={notesField}
            onSlash={() => show('briefing', focusStatements)}
            onEndForAbuse={() => wrapUp('ended_for_abuse')}
            hasStatements={statements.length > 0}
          />
        </CallRegion>
        <CallRegion name="caller" shown={region}>
          <div className="flex flex-col gap-5 p-4">
            <Triage fields={fields} onChange={change} />
            <CallEscalations escalations={escalations} zone={call.clientTimeZone} />
            <BesidePanel call={call} />
          </div>
        </CallRegion>
      </div>
      <CallBar
        call={call}
        isAnswering={answeringId === call.id}
        fields={fields}
        isEscalated={escalations.length > 0}
        onEscalate={() => setSheet('escalate')}
        onWrapUp={() => wrapUp(null)}
      />
      <EscalateSheet
        call={call}
        isOpen={sheet === 'escalate'}
        onOpenChange={(isOpen) => setSheet(isOpen ? 'escalate' : null)}
        escalations={escalations}
        proposed={summary(notes)}
        urgency={fields.urgency}
        rules={rules}
      />
      <WrapUpSheet
        call={call}
        isOpen={sheet === 'wrap-up'}
        onOpenChange={(isOpen) => setSheet(isOpen ? 'wrap-up' : null)}
        endedAt={endedAt}
        wrapUp={{ ...wrapUpOfCall, fields }}
        draft={draft.text}
        onAddNote={draft.add}
        onGo={guide.goTo}
        proposed={ending}
        onChange={change}
        follows={followsOf(scene, () => guide.goTo('promise'))}
      />
    </div>
  );
}
