'use client';

import { useMemo, useState } from 'react';
import { v7 } from 'uuid';
import type { Callback, TryOutcome } from '@/domain/promises/model';
import { Field, TextArea } from '@/ui/field';
import { OutcomeButtons } from '@/ui/outcome-buttons';
import { WordingHints } from '@/ui/wording-hints';
import { versionNow } from './briefing-selectors';
import { callWordingRules } from './call-wording-rules';
import { useDesk, useDeskNow } from './desk-context';
import type { OutboxChange } from './outbox';
import { useKeptText } from './use-kept-text';

type CallbackOutcomesProps = {
  callback: Callback;
  /** Only who has taken the callback records what came of it. */
  isMine: boolean;
  onOutcome: (change: OutboxChange) => void;
};

/** What came of the call, by one key; with Alt while a note is being typed. */
export function CallbackOutcomes({ callback, isMine, onOutcome }: CallbackOutcomesProps) {
  const { state } = useDesk();
  const now = useDeskNow(10_000);
  const [note, writeNote] = useKeptText(`${state.me}.callback.${callback.id}`);
  // Made before the first attempt, so that a retry after a lost answer records no second try.
  const [tryId] = useState(() => v7());
  const content = versionNow(state, callback.briefingId, now)?.content;
  const rules = useMemo(() => callWordingRules(content, content?.language ?? 'en'), [content]);
  const isWaiting = callback.isAwaitingApproval && callback.sayNow === null;

  const record = (outcome: TryOutcome) => {
    const { id: callbackId, callerName, callerPhone } = callback;
    const caller = callerName || callerPhone;
    writeNote('');
    onOutcome({ kind: 'try', callId: null, callbackId, tryId, outcome, note: note.trim(), caller });
  };

  return (
    <section aria-label="What came of it" className="flex flex-col gap-3 border-t border-line pt-4">
      <Field
        label="Note"
        name="callback.note"
        isOptional
        hint="Write it before you choose how it went; choosing saves both."
        below={<WordingHints text={note} rules={rules} />}
      >
        <TextArea
          rows={2}
          value={note}
          maxLength={2_000}
          className="[field-sizing:content]"
          onChange={(event) => writeNote(event.target.value)}
        />
      </Field>
      <OutcomeButtons isMine={isMine} isWaiting={isWaiting} onOutcome={record} />
    </section>
  );
}
