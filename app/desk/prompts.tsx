import { useId } from 'react';

type PromptsProps = {
  label: string;
  prompts: readonly string[];
  /** Short ones side by side, or one below the other. */
  look: 'chips' | 'lines';
};

/** Sentences to say or to ask, for the eye only. */
export function Prompts({ label, prompts, look }: PromptsProps) {
  const id = useId();
  if (prompts.length === 0) return null;
  return (
    <div className="min-w-0">
      <p id={id} className="text-[13px] text-ink-soft">
        {label}
      </p>
      <ul
        aria-labelledby={id}
        className={look === 'chips' ? 'flex flex-wrap gap-x-1.5 gap-y-1' : 'flex flex-col gap-0.5'}
      >
        {prompts.map((prompt) => (
          <li
            key={prompt}
            className={
              look === 'chips' ? 'rounded-full bg-sunken px-2 leading-6 ring-1 ring-line ring-inset' : ''
            }
          >
            “{prompt}”
          </li>
        ))}
      </ul>
    </div>
  );
}
