'use client';

import { useQuery } from '@tanstack/react-query';
import { useController, useFormContext } from 'react-hook-form';
import { useTRPC } from '@/api/client';
import type { BriefingContent } from '@/domain/briefings/model';
import { builtInPlaybooks } from '@/domain/playbooks/built-in-playbooks';
import { apologyKinds, type PlaybookOption } from '@/domain/playbooks/model';
import { Choice, Field, Select } from '@/ui/field';
import { apologyWords, playbookName } from '@/ui/playbook-words';
import { Block } from './block';
import { useEditing } from './editing';

const builtIn: PlaybookOption[] = builtInPlaybooks().map(({ id, content }) => ({
  id,
  name: content.name,
  isBuiltIn: true,
}));

function ApologiesBlock() {
  const { register } = useFormContext<BriefingContent>();
  const { problemOf } = useEditing();
  return (
    <Block
      name="apologies"
      hint="Which kinds of apology operators may choose from. With none ticked they do not apologise."
      problem={problemOf('apologies')}
    >
      {apologyKinds.map((kind) => (
        <Choice
          key={kind}
          type="checkbox"
          value={kind}
          label={apologyWords[kind].words}
          hint={apologyWords[kind].hint}
          {...register('apologies')}
        />
      ))}
    </Block>
  );
}

function PlaybookBlock() {
  const api = useTRPC();
  const { control } = useFormContext<BriefingContent>();
  const { problemOf } = useEditing();
  const {
    field: { value: chosen, onChange, onBlur, ref: select },
  } = useController({ control, name: 'playbookId' });
  const options = useQuery(api.playbooks.options.queryOptions()).data ?? builtIn;
  // An own one that an author cannot read, or one that is archived, stays chosen until somebody chooses another.
  const isListed = chosen === null || options.some(({ id }) => id === chosen);
  return (
    <Block
      name="playbookId"
      hint="The method by which operators take the calls of this incident."
      problem={problemOf('playbookId')}
    >
      <Field name="playbookId" label="Playbook" isLabelHidden>
        <Select
          ref={select}
          value={chosen ?? ''}
          onBlur={onBlur}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
          className="max-sm:min-h-11"
        >
          <option value="">{playbookName(null)}</option>
          {isListed ? null : <option value={chosen}>{playbookName(chosen)}</option>}
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </Block>
  );
}

/** How the calls of this incident are taken. */
export function MethodBlocks() {
  return (
    <>
      <ApologiesBlock />
      <PlaybookBlock />
    </>
  );
}
