import type { KeyboardEvent } from 'react';
import { markWords } from '@/domain/coaching/coaching-words';
import { marks, type Criterion, type Mark } from '@/domain/coaching/model';
import { Field, TextInput } from '@/ui/field';
import { fieldId } from '@/ui/field-id';
import type { Line } from './use-score-form';

/** Leads to a criterion: to its mark if it has one, else to the first. */
export function focusMark(criterionId: string): void {
  const first = document.getElementById(fieldId(`lines.${criterionId}.mark`));
  const chosen = first?.closest('fieldset')?.querySelector<HTMLElement>('input[type="radio"]:checked');
  (chosen ?? first)?.focus();
}

export type CriterionFieldProps = {
  criterion: Criterion;
  line: Line;
  /** What the record says to it. */
  recorded: string | null;
  problemOf: (field: string) => string | undefined;
  onMark: (mark: Mark, isByDigit: boolean) => void;
  onWords: (words: string) => void;
  onNext: () => void;
};

/** One criterion: four marks, chosen by a digit, by arrows or by hand, and words to it. */
export function CriterionField(props: CriterionFieldProps) {
  const { criterion, line, recorded, problemOf, onMark, onWords, onNext } = props;
  const { id, name, hint, weight } = criterion;
  const markField = `lines.${id}.mark`;
  const problem = problemOf(markField);
  const hintId = `${fieldId(markField)}-hint`;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = marks[Number(event.key) - 1];
    if (mark !== undefined) {
      event.preventDefault();
      onMark(mark, true);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onNext();
    }
  };
  return (
    <fieldset aria-describedby={hintId} className="flex min-w-0 flex-col gap-1.5 border-t border-line pt-3">
      <legend className="float-left w-full font-medium">
        {name} <span className="font-normal text-ink-soft tabular-nums">× {weight}</span>
      </legend>
      <p id={hintId} className="text-[13px] text-ink-soft">
        {hint}
        {recorded === null ? null : <span className="block text-ink">{recorded}</span>}
      </p>
      {problem ? <p className="font-medium text-critical">{problem}</p> : null}
      <div className="flex flex-wrap gap-1" onKeyDown={onKeyDown}>
        {marks.map((mark, place) => (
          <label
            key={mark}
            className="flex min-h-9 cursor-pointer items-center gap-1.5 rounded-md border border-line-strong px-2.5 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              id={place === 0 ? fieldId(markField) : undefined}
              name={`mark-${id}`}
              value={mark}
              checked={line.mark === mark}
              onChange={() => onMark(mark, false)}
              className="size-3.5 accent-accent outline-none"
            />
            {markWords(mark)}
          </label>
        ))}
      </div>
      {line.mark === null ? null : (
        <Field
          label={`Words to ${name.toLowerCase()}`}
          name={`lines.${id}.words`}
          error={problemOf(`lines.${id}.words`)}
          isLabelHidden
        >
          <TextInput
            value={line.words}
            maxLength={500}
            autoComplete="off"
            placeholder={line.mark === 'missed' ? 'What was missed' : 'Words to it (optional)'}
            onChange={({ target }) => onWords(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
                return;
              event.preventDefault();
              onNext();
            }}
          />
        </Field>
      )}
    </fieldset>
  );
}
