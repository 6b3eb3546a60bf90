'use client';

import { CalendarClock } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { BriefingContent } from '@/domain/briefings/model';
import { languageWords } from '@/ui/briefing-words';
import { Button } from '@/ui/button';
import { fieldId } from '@/ui/field-id';
import { useNow } from '@/ui/now';
import { LocalTimeField } from './local-time-field';
import { useLanguages } from './sentences';
import { SpokenField } from './spoken-field';

type SentencePath = `statements.${number}` | `qa.${number}`;

/** Until when a sentence may be said; out of the way until somebody sets it. */
function ValidUntil({ path, noun }: { path: SentencePath; noun: string }) {
  const name = `${path}.validUntil` as const;
  const { control } = useFormContext<BriefingContent>();
  const until = useWatch({ control, name });
  const [isOpen, setIsOpen] = useState(false);
  const now = useNow(10_000);
  if (until === null && !isOpen) {
    return (
      <Button
        variant="quiet"
        className="-ml-2 self-start px-2! text-ink-soft! max-sm:min-h-11"
        icon={<CalendarClock aria-hidden className="size-4" />}
        aria-label={`Valid until…, ${noun}`}
        onClick={() => {
          setIsOpen(true);
          requestAnimationFrame(() => document.getElementById(fieldId(name))?.focus());
        }}
      >
        Valid until…
      </Button>
    );
  }
  const isOver = until !== null && now !== null && new Date(until) <= now;
  return (
    <LocalTimeField
      name={name}
      label="Valid until"
      hint={
        isOver ? 'This time is over: operators do not see the sentence.' : 'Then operators stop seeing it.'
      }
    />
  );
}

export type SentenceExtrasProps = {
  path: SentencePath;
  /** "statement 2" */
  noun: string;
  /** What else can be done with it. */
  children?: ReactNode;
};

/** The sentence in every added language, and until when it may be said. */
export function SentenceExtras({ path, noun, children }: SentenceExtrasProps) {
  const { others } = useLanguages();
  return (
    <>
      {others.map((language) => (
        <SpokenField
          key={language}
          name={`${path}.in.${language}`}
          label={`In ${languageWords[language]}`}
          language={language}
          rows={1}
        />
      ))}
      <div className="-my-1 flex flex-wrap items-start gap-x-4 gap-y-1">
        <ValidUntil path={path} noun={noun} />
        {children}
      </div>
    </>
  );
}
