'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import { v4 } from 'uuid';
import { promiseRules, type BriefingContent } from '@/domain/briefings/model';
import { promiseRuleWords } from '@/ui/briefing-words';
import { ItemList } from './item-list';
import { PublishedStatement, StillPublished } from './published-statement';
import { SentenceExtras } from './sentence-extras';
import { SpokenField } from './spoken-field';
import { SelectField, TextField } from './text-field';

const promiseOptions = promiseRules.map((value) => ({ value, words: promiseRuleWords[value] }));

function AssuranceFields({ index }: { index: number }) {
  const { control } = useFormContext<BriefingContent>();
  const promiseRule = useWatch({ control, name: `assurances.${index}.promiseRule` });
  return (
    <>
      <SpokenField
        name={`assurances.${index}.text`}
        label={`Assurance ${index + 1}`}
        isLabelHidden
        rows={2}
        promiseRule={promiseRule}
      />
      <SelectField
        name={`assurances.${index}.promiseRule`}
        label="Operators may say"
        options={promiseOptions}
      />
    </>
  );
}

/** What may be said, what may be promised, and what must not be said. */
export function WordingBlocks() {
  return (
    <>
      <ItemList
        name="statements"
        noun="statement"
        hint="Sentences that operators say word for word. Each is recorded for every caller who heard it."
        blank={() => ({ id: v4(), text: '', validUntil: null, in: {} })}
        foot={<StillPublished />}
      >
        {(index) => (
          <>
            <SpokenField
              name={`statements.${index}.text`}
              label={`Statement ${index + 1}`}
              isLabelHidden
              rows={2}
            />
            <SentenceExtras path={`statements.${index}`} noun={`statement ${index + 1}`}>
              <PublishedStatement index={index} />
            </SentenceExtras>
          </>
        )}
      </ItemList>
      <ItemList
        name="assurances"
        noun="assurance"
        hint="What callers may count on, and how firmly operators may say so."
        blank={() => ({ id: v4(), text: '', promiseRule: 'will_try' })}
      >
        {(index) => <AssuranceFields index={index} />}
      </ItemList>
      <ItemList
        name="neverSay"
        noun="phrase"
        hint="Stays open in front of operators for the whole call. A way to say it instead keeps the call going."
        blank={() => ({ id: v4(), phrase: '', sayInstead: '' })}
      >
        {(index) => (
          <>
            <TextField name={`neverSay.${index}.phrase`} label="Never say" rows={1} />
            <TextField name={`neverSay.${index}.sayInstead`} label="Say instead" rows={1} isOptional />
          </>
        )}
      </ItemList>
    </>
  );
}
