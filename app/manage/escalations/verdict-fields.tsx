'use client';

import { verdicts, type Verdict } from '@/domain/escalations/model';
import { verdictWords } from '@/domain/reviews/verdict-words';
import { Choice, Field, TextArea } from '@/ui/field';

export type VerdictDraft = { verdict: Verdict | null; coachingNote: string };
export const blankVerdict: VerdictDraft = { verdict: null, coachingNote: '' };

export type VerdictFieldsProps = {
  draft: VerdictDraft;
  onChange: (draft: VerdictDraft) => void;
  /** Who reads a note: a name, or words for many; null: nobody does, so none is asked for. */
  reader: string | null;
  /** What is wrong, field by field. */
  problemOf: (field: 'verdict' | 'coachingNote') => string | undefined;
};

/** The verdict, and a word to whoever started it. */
export function VerdictFields({ draft, onChange, reader, problemOf }: VerdictFieldsProps) {
  const problem = problemOf('verdict');
  return (
    <>
      <fieldset aria-describedby={problem ? 'verdict-problem' : undefined} className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">Verdict</legend>
        {problem ? (
          <p id="verdict-problem" role="alert" className="font-medium text-critical">
            <span className="sr-only">Error: </span>
            {problem}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {verdicts.map((verdict) => (
            <Choice
              key={verdict}
              type="radio"
              name="verdict"
              label={verdictWords(verdict)}
              checked={draft.verdict === verdict}
              aria-invalid={problem ? true : undefined}
              onChange={() => onChange({ ...draft, verdict })}
            />
          ))}
        </div>
      </fieldset>
      {reader === null ? null : (
        <Field
          label={`Note to ${reader}`}
          name="coachingNote"
          hint="They read it, and can answer. The client does not."
          isOptional
          error={problemOf('coachingNote')}
        >
          <TextArea
            rows={2}
            maxLength={2_000}
            value={draft.coachingNote}
            onChange={(event) => onChange({ ...draft, coachingNote: event.target.value })}
          />
        </Field>
      )}
    </>
  );
}
