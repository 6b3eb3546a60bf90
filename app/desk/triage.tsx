'use client';

import type { ReactNode } from 'react';
import { moods, urgencies } from '@/domain/calls/model';
import { moodWords, urgencyWords } from './call-words';
import { ChoiceRow } from './choice-row';
import type { CallFields } from './outbox';
import type { ShownFields } from './use-call-fields';

type RowsProps = { fields: ShownFields; onChange: (patch: CallFields) => void };

/** The mood that holds. `name` is another wherever the row stands, or the rows would undo one another. */
export function MoodRow({
  name,
  legend,
  fields: { mood },
  onChange,
}: RowsProps & { name: string; legend: ReactNode }) {
  return (
    <ChoiceRow
      name={name}
      legend={legend}
      options={moods.map((value) => ({ value, words: moodWords[value] }))}
      value={mood}
      onChange={(next) => onChange({ mood: next })}
    />
  );
}

/** Two separate questions: is the caller angry, and is the matter urgent? The first mood chosen is the one at the start. */
function TriageRows({ fields, onChange, prefix }: RowsProps & { prefix: string }) {
  const { mood, moodAtStart, urgency } = fields;
  return (
    <>
      <MoodRow
        name={`${prefix}mood`}
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
        fields={fields}
        onChange={onChange}
      />
      <ChoiceRow
        name={`${prefix}urgency`}
        legend="Urgency"
        options={urgencies.map((value) => ({ value, words: urgencyWords[value] }))}
        value={urgency}
        onChange={(next) => onChange({ urgency: next })}
      />
    </>
  );
}

/** Triage in the right column, in sight during the whole call. */
export function Triage(props: RowsProps) {
  return (
    <section id="triage" aria-label="Triage" className="flex flex-col gap-3">
      <TriageRows {...props} prefix="" />
    </section>
  );
}

/** The same as a step of the playbook. */
export function TriageStep(props: RowsProps) {
  return (
    <div className="flex flex-col gap-2">
      <TriageRows {...props} prefix="guide-" />
    </div>
  );
}

/** F4: the focus on the urgency that holds. */
export function focusUrgency(): void {
  document.querySelector<HTMLInputElement>('#triage input[name="urgency"]:checked')?.focus();
}
