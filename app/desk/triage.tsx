'use client';

import { moods, urgencies } from '@/domain/calls/model';
import { moodWords, urgencyWords } from './call-words';
import { ChoiceRow } from './choice-row';
import type { CallFields } from './outbox';
import type { ShownFields } from './use-call-fields';

/** Two separate questions: is the caller angry, and is the matter urgent? The first mood chosen is the one at the start. */
export function Triage({ fields, onChange }: { fields: ShownFields; onChange: (patch: CallFields) => void }) {
  const { mood, moodAtStart, urgency } = fields;
  return (
    <section id="triage" aria-label="Triage" className="flex flex-col gap-3">
      <ChoiceRow
        name="mood"
        legend={
          <>
            {mood === null ? 'Mood at the start' : 'Mood now'}
            {moodAtStart !== null ? (
              <span className="font-normal text-ink-soft">
                , at the start {moodWords[moodAtStart].toLowerCase()}
              </span>
            ) : null}
          </>
        }
        options={moods.map((value) => ({ value, words: moodWords[value] }))}
        value={mood}
        onChange={(next) => onChange({ mood: next })}
      />
      <ChoiceRow
        name="urgency"
        legend="Urgency"
        options={urgencies.map((value) => ({ value, words: urgencyWords[value] }))}
        value={urgency}
        onChange={(next) => onChange({ urgency: next })}
      />
    </section>
  );
}

/** F4: the focus on the urgency that holds. */
export function focusUrgency(): void {
  document.querySelector<HTMLInputElement>('#triage input[name="urgency"]:checked')?.focus();
}
