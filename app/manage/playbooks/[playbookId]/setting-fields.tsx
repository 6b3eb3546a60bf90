'use client';

import { useFormContext, type FieldPath } from 'react-hook-form';
import { listeningStyles, promiseStyles, resolutionStyles } from '@/domain/playbooks/model';
import { Choice } from '@/ui/field';
import { fieldId } from '@/ui/field-id';
import { listeningWords, promiseStyleWords, resolutionWords } from '@/ui/playbook-words';
import type { PlaybookDraft } from './playbook-draft';
import { LineField, Part, useProblemOf } from './playbook-fields';

type ContestedProps<Value extends string> = {
  name: FieldPath<PlaybookDraft> & ('listening' | 'promise' | 'resolution');
  legend: string;
  values: readonly Value[];
  words: Record<Value, { words: string; hint: string }>;
};

/** One of the three points on which methods contradict each other. */
function Contested<Value extends string>({ name, legend, values, words }: ContestedProps<Value>) {
  const { register } = useFormContext<PlaybookDraft>();
  const problem = useProblemOf()(name);
  return (
    <fieldset id={fieldId(name)} tabIndex={-1} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{legend}</legend>
      {problem ? <p className="font-medium text-critical">{problem}</p> : null}
      {values.map((value) => (
        <Choice
          key={value}
          type="radio"
          value={value}
          label={words[value].words}
          hint={words[value].hint}
          {...register(name)}
        />
      ))}
    </fieldset>
  );
}

/** What the method is called, how it works, and where it stands on the three contested points. */
export function SettingFields() {
  const { register } = useFormContext<PlaybookDraft>();
  const problem = useProblemOf()('foldsAccount');
  return (
    <>
      <Part title="The method">
        <LineField name="name" label="Name" />
        <LineField name="summary" label="How it works" hint="In one sentence." isOptional />
      </Part>
      <Part
        title="Where methods disagree"
        about="Each has been shown to calm callers, and nobody can do both in one call. A briefing’s stricter promise rule goes before."
      >
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
          <Contested
            name="listening"
            legend="While the caller speaks"
            values={listeningStyles}
            words={listeningWords}
          />
          <Contested
            name="promise"
            legend="What is promised"
            values={promiseStyles}
            words={promiseStyleWords}
          />
          <Contested
            name="resolution"
            legend="When it is solved"
            values={resolutionStyles}
            words={resolutionWords}
          />
        </div>
        <div id={fieldId('foldsAccount')} tabIndex={-1}>
          {problem ? <p className="mb-1 font-medium text-critical">{problem}</p> : null}
          <Choice
            type="checkbox"
            label="Keep the account fields folded until the operator has taken ownership"
            {...register('foldsAccount')}
          />
        </div>
      </Part>
    </>
  );
}
