'use client';

import { v4 } from 'uuid';
import { ItemList } from './item-list';
import { LocalTimeField } from './local-time-field';
import { TextField } from './text-field';

/** What is known, from whom and since when; and what is not known yet. */
export function FactsBlock() {
  return (
    <>
      <ItemList
        name="facts"
        noun="fact"
        hint="What is certain. Operators use it to understand; they read out the statements below."
        blank={() => ({ id: v4(), text: '', source: '', knownAt: null })}
      >
        {(index) => (
          <>
            <TextField name={`facts.${index}.text`} label={`Fact ${index + 1}`} isLabelHidden rows={2} />
            <div className="grid gap-3 sm:grid-cols-2">
              <TextField name={`facts.${index}.source`} label="Source" isOptional />
              <LocalTimeField name={`facts.${index}.knownAt`} label="Known at" hasNow />
            </div>
          </>
        )}
      </ItemList>
      <ItemList
        name="unknowns"
        noun="open point"
        hint="What you cannot say yet, so that nobody guesses."
        blank={() => ({ id: v4(), text: '' })}
      >
        {(index) => (
          <TextField
            name={`unknowns.${index}.text`}
            label={`Open point ${index + 1}`}
            isLabelHidden
            rows={1}
          />
        )}
      </ItemList>
    </>
  );
}
