'use client';

import { ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { contactChannels, type ContactChannel } from '@/domain/contacts/model';
import { Button } from '@/ui/button';
import { Field, Select, TextInput } from '@/ui/field';
import { channelWords } from './channel-words';

export type ContactDraft = {
  name: string;
  title: string;
  methods: { channel: ContactChannel; address: string }[];
};

/** The ways to reach a contact, in the order in which they are tried. */
export function MethodList({ problemOf }: { problemOf: (field: string) => string | undefined }) {
  const { control, register } = useFormContext<ContactDraft>();
  const { fields, append, remove, move } = useFieldArray({ control, name: 'methods' });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-medium">Ways to reach them, the first one first</legend>
      {problemOf('methods') ? <p className="font-medium text-critical">{problemOf('methods')}</p> : null}
      {fields.map((field, index) => (
        <div key={field.id} className="flex flex-wrap items-end gap-2">
          <Field label="Channel" className="w-32">
            <Select {...register(`methods.${index}.channel`)}>
              {contactChannels.map((channel) => (
                <option key={channel} value={channel}>
                  {channelWords[channel]}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label="Address or number"
            error={problemOf(`methods.${index}.address`)}
            className="min-w-48 flex-1"
          >
            <TextInput {...register(`methods.${index}.address`)} autoComplete="off" />
          </Field>
          <Button
            variant="quiet"
            disabled={index === 0}
            aria-label={`Try method ${index + 1} earlier`}
            title="Try earlier"
            onClick={() => move(index, index - 1)}
            icon={<ArrowUp aria-hidden className="size-4" />}
          />
          <Button
            variant="quiet"
            aria-label={`Remove method ${index + 1}`}
            title="Remove"
            onClick={() => remove(index)}
            icon={<Trash2 aria-hidden className="size-4" />}
          />
        </div>
      ))}
      <p className="text-[13px] text-ink-soft">
        Only e-mail is sent so far. SMS and phone numbers are kept and shown to operators.
      </p>
      <div>
        <Button
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => append({ channel: 'email', address: '' })}
        >
          Add method
        </Button>
      </div>
    </fieldset>
  );
}
