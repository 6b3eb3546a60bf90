import { useId } from 'react';
import type { Side } from './merge-drafts';

export type ConflictChoiceProps = {
  /** "Approved statements 2: sentence" */
  title: string;
  mine: string;
  theirs: string;
  theirName: string;
  chosen: Side | undefined;
  isMissing: boolean;
  onChoose: (side: Side) => void;
};

/** One place that both authors changed: what each of them wrote, one beside the other. */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { title, mine, theirs, theirName, chosen, isMissing, onChoose } = props;
  const id = useId();
  const sides = [
    { side: 'mine', name: 'Mine', words: mine },
    { side: 'theirs', name: theirName, words: theirs },
  ] as const;
  return (
    <fieldset aria-describedby={isMissing ? `${id}-missing` : undefined}>
      <legend className="font-medium">{title}</legend>
      {isMissing ? (
        <p id={`${id}-missing`} className="font-medium text-critical">
          Choose one of the two.
        </p>
      ) : null}
      <div className="mt-1 grid gap-2 sm:grid-cols-2">
        {sides.map(({ side, name, words }) => (
          <label
            key={side}
            className="flex min-h-11 items-start gap-2.5 rounded-md border border-line-strong bg-surface px-3 py-2 has-checked:border-accent has-checked:shadow-[inset_0_0_0_1px_var(--accent)]"
          >
            <input
              type="radio"
              name={id}
              checked={chosen === side}
              onChange={() => onChoose(side)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block text-[13px] font-medium text-ink-soft">{name}</span>
              <span className="block max-h-48 overflow-y-auto whitespace-pre-line">{words}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
