'use client';

import { useFormContext, useWatch } from 'react-hook-form';
import { v4 } from 'uuid';
import { intakeKinds, type BriefingContent } from '@/domain/briefings/model';
import { intakeKindWords } from '@/ui/briefing-words';
import { Choice } from '@/ui/field';
import { ChoicesField } from './choices-field';
import { ItemList } from './item-list';
import { SentenceExtras } from './sentence-extras';
import { SpokenField } from './spoken-field';
import { SelectField, TextField } from './text-field';

const kindOptions = intakeKinds.map((value) => ({ value, words: intakeKindWords[value] }));

function IntakeFields({ index }: { index: number }) {
  const { control, register } = useFormContext<BriefingContent>();
  const kind = useWatch({ control, name: `intake.${index}.kind` });
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField name={`intake.${index}.label`} label="Ask for" />
        <SelectField name={`intake.${index}.kind`} label="Kind of answer" options={kindOptions} />
      </div>
      {kind === 'choice' ? <ChoicesField index={index} /> : null}
      <Choice type="checkbox" label="Must be asked" {...register(`intake.${index}.required`)} />
    </>
  );
}

/** What callers ask, what they are asked, and when the responsible contact must know. */
export function QuestionBlocks() {
  return (
    <>
      <ItemList
        name="qa"
        noun="question"
        hint="Approved answers. What is not covered, operators pass on to you."
        blank={() => ({ id: v4(), question: '', answer: '', validUntil: null, in: {} })}
      >
        {(index) => (
          <>
            <TextField name={`qa.${index}.question`} label="A caller asks" rows={1} />
            <SpokenField name={`qa.${index}.answer`} label="Answer" rows={2} />
            <SentenceExtras path={`qa.${index}`} noun={`answer ${index + 1}`} />
          </>
        )}
      </ItemList>
      <ItemList
        name="intake"
        noun="field"
        hint="What to write down of every caller, for example a customer number."
        blank={() => ({ id: v4(), label: '', kind: 'text', required: false, choices: [] })}
      >
        {(index) => <IntakeFields index={index} />}
      </ItemList>
      <ItemList
        name="escalateWhen"
        noun="rule"
        hint="When operators must tell your responsible contact at once."
        blank={() => ({ id: v4(), text: '' })}
      >
        {(index) => (
          <TextField name={`escalateWhen.${index}.text`} label={`Rule ${index + 1}`} isLabelHidden rows={1} />
        )}
      </ItemList>
    </>
  );
}
