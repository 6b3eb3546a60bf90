'use client';

import { useFormContext, useWatch, type FieldPath } from 'react-hook-form';
import type { BriefingContent, Language, PromiseRule } from '@/domain/briefings/model';
import { WordingHints } from '@/ui/wording-hints';
import { useWordingRules } from './sentences';
import { TextField, type TextFieldProps } from './text-field';

/** Longer texts are too long to be kept; checking them would only make typing slow. */
const MOST_CHECKED = 4_000;

type AdviceProps = {
  name: FieldPath<BriefingContent>;
  language: Language | null;
  promiseRule: PromiseRule | undefined;
};

function Advice({ name, language, promiseRule }: AdviceProps) {
  const { control } = useFormContext<BriefingContent>();
  const text = useWatch({ control, name });
  const rules = useWordingRules(language, promiseRule);
  return <WordingHints text={typeof text === 'string' ? text.slice(0, MOST_CHECKED) : ''} rules={rules} />;
}

export type SpokenFieldProps = TextFieldProps & {
  /** The language it is written in; left out: the briefing's own. */
  language?: Language;
  /** Of an assurance: what it lets operators promise. */
  promiseRule?: PromiseRule;
};

/** A text that operators read aloud: advised on as it is typed, never held up. */
export function SpokenField({ language, promiseRule, ...field }: SpokenFieldProps) {
  return (
    <TextField
      {...field}
      {...(language ? { language } : {})}
      below={<Advice name={field.name} language={language ?? null} promiseRule={promiseRule} />}
    />
  );
}
