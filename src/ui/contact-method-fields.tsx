'use client';

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { chatFormats, contactChannels, type ChatFormat, type ContactChannel } from '@/domain/contacts/model';
import { Button } from './button';
import { channelWords } from './channel-words';
import { needsAddress, nextMethod, type ContactDraft } from './contact-draft';
import { delayChoices, delayWords } from './delay-words';
import { Field, Select, TextInput } from './field';

const formatWords: Record<ChatFormat, string> = {
  slack: 'Slack, or what reads its format',
  teams: 'Microsoft Teams',
  google_chat: 'Google Chat',
};

type AddressWords = { label: string; hint?: string; type: string };
const phone: AddressWords = {
  label: 'Number',
  hint: 'With its country code, such as +49 30 123456.',
  type: 'tel',
};
const addressWords: Record<ContactChannel, AddressWords> = {
  email: { label: 'E-mail address', type: 'email' },
  sms: phone,
  voice: phone,
  webhook: {
    label: 'Address',
    hint: 'A program of yours that takes signed messages; begins with https://',
    type: 'url',
  },
  chat: { label: 'Incoming webhook', hint: 'The whole address that the chat program gave you.', type: 'url' },
  app: { label: '', type: 'text' },
  push: { label: '', type: 'text' },
};

const signInWords = 'Reaches whoever signs in as this contact; choose them above.';

type MethodProps = {
  index: number;
  count: number;
  problemOf: (field: string) => string | undefined;
  onMove: (to: number) => void;
  onRemove: () => void;
};

function MethodFields({ index, count, problemOf, onMove, onRemove }: MethodProps) {
  const { register } = useFormContext<ContactDraft>();
  const method = useWatch<ContactDraft, `methods.${number}`>({ name: `methods.${index}` });
  const { channel } = method;
  const words = addressWords[channel];
  const delay = Number(method.delaySeconds);
  const delays = [...new Set([...delayChoices, delay])].sort((a, b) => a - b);
  const name = `method ${index + 1}`;
  return (
    <li className="grid gap-3 rounded-md border border-line bg-raised p-3 sm:grid-cols-2">
      <div className="flex items-center gap-1 sm:col-span-2">
        <p className="mr-auto font-medium">
          {index + 1}. {channelWords[channel]}
        </p>
        <Button
          variant="quiet"
          disabled={index === 0}
          aria-label={`Move ${name} up`}
          title="Move up"
          onClick={() => onMove(index - 1)}
          icon={<ArrowUp aria-hidden className="size-4" />}
        />
        <Button
          variant="quiet"
          disabled={index === count - 1}
          aria-label={`Move ${name} down`}
          title="Move down"
          onClick={() => onMove(index + 1)}
          icon={<ArrowDown aria-hidden className="size-4" />}
        />
        <Button
          variant="quiet"
          aria-label={`Remove ${name}`}
          title="Remove"
          onClick={onRemove}
          icon={<Trash2 aria-hidden className="size-4" />}
        />
      </div>
      <Field label="Channel">
        <Select {...register(`methods.${index}.channel`)}>
          {contactChannels.map((one) => (
            <option key={one} value={one}>
              {channelWords[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="When" error={problemOf(`methods.${index}.delaySeconds`)}>
        <Select {...register(`methods.${index}.delaySeconds`)}>
          {delays.map((seconds) => (
            <option key={seconds} value={seconds}>
              {delayWords(seconds)}
            </option>
          ))}
        </Select>
      </Field>
      {needsAddress(channel) ? (
        <Field
          label={words.label}
          hint={words.hint}
          error={problemOf(`methods.${index}.address`)}
          className="sm:col-span-2"
        >
          <TextInput {...register(`methods.${index}.address`)} type={words.type} autoComplete="off" />
        </Field>
      ) : (
        <p className="text-ink-soft sm:col-span-2">{signInWords}</p>
      )}
      {channel === 'chat' ? (
        <Field label="Chat program" className="sm:col-span-2">
          <Select {...register(`methods.${index}.format`)}>
            <option value="">As the address says</option>
            {chatFormats.map((format) => (
              <option key={format} value={format}>
                {formatWords[format]}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </li>
  );
}

/** The ways to reach a contact, in the order in which they are tried. */
export function ContactMethodFields({ problemOf }: { problemOf: (field: string) => string | undefined }) {
  const { control, getValues } = useFormContext<ContactDraft>();
  const { fields, append, remove, move } = useFieldArray({ control, name: 'methods', keyName: 'key' });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-medium">Ways to reach them, the first one first</legend>
      {problemOf('methods') ? <p className="font-medium text-critical">{problemOf('methods')}</p> : null}
      {fields.length === 0 ? (
        <p className="text-ink-soft">None: a step that names this contact goes straight on to the next.</p>
      ) : (
        <ol className="flex flex-col gap-3">
          {fields.map((field, index) => (
            <MethodFields
              key={field.key}
              index={index}
              count={fields.length}
              problemOf={problemOf}
              onMove={(to) => move(index, to)}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
      )}
      <div>
        <Button
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => append(nextMethod(getValues('methods')))}
        >
          Add method
        </Button>
      </div>
    </fieldset>
  );
}
