'use client';

import { CircleCheck, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { languages, type BriefingContent, type Language } from '@/domain/briefings/model';
import { languageWords } from '@/ui/briefing-words';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { Field, Select } from '@/ui/field';
import { fieldId } from '@/ui/field-id';
import { Block } from './block';
import { useEditing } from './editing';
import { useLanguages } from './sentences';
import { SelectField } from './text-field';
import { missingIn, withoutLanguage, wordsIn } from './translations';

const options = languages.map((value) => ({ value, words: languageWords[value] }));

type RowProps = { language: Language; onRemove: () => void };

/** One added language: how many sentences still have no words in it, and the way to the next of them. */
function LanguageRow({ language, onRemove }: RowProps) {
  const { control } = useFormContext<BriefingContent>();
  const [own, opening, openingIn, statements, qa] = useWatch({
    control,
    name: ['language', 'opening', 'openingIn', 'statements', 'qa'],
  });
  const missing = missingIn(language, { language: own, opening, openingIn, statements, qa });
  const [next] = missing;
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1">
      <span className="font-medium">{languageWords[language]}</span>
      <span className={`flex items-center gap-1 ${next ? 'text-medium' : 'text-fine'}`}>
        {next ? null : <CircleCheck aria-hidden className="size-4" />}
        {next ? `${missing.length} missing` : 'complete'}
      </span>
      <span className="ml-auto flex gap-1">
        {next ? (
          <Button
            className="max-sm:min-h-11"
            aria-label={`Go to the next missing sentence in ${languageWords[language]}`}
            onClick={() => document.getElementById(fieldId(next))?.focus()}
          >
            Next missing
          </Button>
        ) : null}
        <Button
          variant="quiet"
          className="size-9 px-0! max-sm:size-11"
          aria-label={`Remove ${languageWords[language]}`}
          title="Remove"
          onClick={onRemove}
          icon={<Trash2 aria-hidden className="size-4" />}
        />
      </span>
    </li>
  );
}

/** The language the briefing is written in, and those its sentences also stand in. */
export function LanguagesBlock() {
  const { getValues } = useFormContext<BriefingContent>();
  const { onReplace, problemOf } = useEditing();
  const { own, others } = useLanguages();
  const [removing, setRemoving] = useState<Language | null>(null);
  const [news, setNews] = useState('');
  const free = languages.filter((language) => language !== own && !others.includes(language));

  const add = (language: Language | undefined) => {
    if (language === undefined) return;
    const content = getValues();
    onReplace({ ...content, openingIn: { ...content.openingIn, [language]: '' } });
    setNews(`${languageWords[language]} is added: a field stands under each sentence.`);
  };
  const remove = (language: Language) => {
    onReplace(withoutLanguage(getValues(), language));
    setNews(`${languageWords[language]} is removed.`);
    setRemoving(null);
  };
  return (
    <Block
      name="language"
      title="Languages"
      hint="The opening, statements and answers can also stand in other languages; each is approved on its own. Where one is missing, operators see the briefing’s own language, marked."
      problem={problemOf('openingIn')}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField name="language" label="Written in" options={options} />
        {free.length > 0 ? (
          <Field label="Add a language">
            <Select
              value=""
              className="max-sm:min-h-11"
              onChange={(event) => add(free.find((one) => one === event.target.value))}
            >
              <option value="">Choose a language</option>
              {free.map((language) => (
                <option key={language} value={language}>
                  {languageWords[language]}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
      </div>
      {others.length > 0 ? (
        <ul aria-label="Added languages" className="border-t border-line">
          {others.map((language) => (
            <LanguageRow
              key={language}
              language={language}
              onRemove={() => (wordsIn(language, getValues()) > 0 ? setRemoving(language) : remove(language))}
            />
          ))}
        </ul>
      ) : null}
      <p role="status" className="sr-only">
        {news}
      </p>
      {removing ? (
        <ConfirmDialog
          title={`Remove ${languageWords[removing]}?`}
          confirmWords={`Remove ${languageWords[removing]}`}
          stayWords="Keep it"
          isDangerous
          isBusy={false}
          problem={null}
          onConfirm={() => remove(removing)}
          onClose={() => setRemoving(null)}
        >
          <p>
            {wordsIn(removing, getValues())} sentences in {languageWords[removing]} go with it. What is
            published stays until you publish again.
          </p>
        </ConfirmDialog>
      ) : null}
    </Block>
  );
}
