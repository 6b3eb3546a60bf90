'use client';

import { useDeferredValue, useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { BriefingContent, Language } from '@/domain/briefings/model';
import { spokenContent, spokenLanguages } from '@/domain/briefings/spoken-content';
import { BriefingView } from '@/ui/briefing-view';
import { LanguageChoice } from '@/ui/language-choice';
import { useNow } from '@/ui/now';

/** Without the items that are still empty: an operator would not see them either. */
function written(content: BriefingContent): BriefingContent {
  return {
    ...content,
    facts: content.facts.filter(({ text }) => text.trim()),
    unknowns: content.unknowns.filter(({ text }) => text.trim()),
    statements: content.statements.filter(({ text }) => text.trim()),
    assurances: content.assurances.filter(({ text }) => text.trim()),
    neverSay: content.neverSay.filter(({ phrase }) => phrase.trim()),
    qa: content.qa.filter(({ question }) => question.trim()),
    intake: content.intake.filter(({ label }) => label.trim()),
    escalateWhen: content.escalateWhen.filter(({ text }) => text.trim()),
  };
}

export type PreviewProps = { clientName: string; greeting: string; zone: string };

/** The operator's screen in the first second of a call, following every key. */
export function Preview({ clientName, greeting, zone }: PreviewProps) {
  const { subscribe, getValues } = useFormContext<BriefingContent>();
  const [content, setContent] = useState(() => structuredClone(getValues()));
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => setContent(structuredClone(values)),
      }),
    [subscribe],
  );
  const shown = written(useDeferredValue(content));
  const now = useNow(10_000) ?? new Date(0);
  const [asked, setAsked] = useState<Language | null>(null);
  const languages = spokenLanguages(shown);
  const language = asked !== null && languages.includes(asked) ? asked : shown.language;
  const { content: spoken, missing, expired } = spokenContent(shown, language, now);
  const { intake } = spoken;
  return (
    <div className="flex flex-col gap-4 rounded-md border border-line bg-surface p-4">
      <div>
        <p className="text-[28px] leading-8 font-semibold">{clientName}</p>
        {greeting ? <p className="read-aloud mt-1">{greeting}</p> : null}
      </div>
      <LanguageChoice languages={languages} chosen={language} onChoose={setAsked} />
      {expired > 0 ? (
        <p className="rounded-md bg-medium-soft px-3 py-2 text-medium">
          {expired === 1
            ? '1 sentence is past its time: operators do not see it.'
            : `${expired} sentences are past their time: operators do not see them.`}
        </p>
      ) : null}
      <BriefingView content={spoken} language={language} missing={missing} zone={zone} />
      {intake.length > 0 ? (
        <section aria-label="Ask the caller for" className="border-t border-line pt-3">
          <h3 className="mb-1 font-semibold">Ask the caller for</h3>
          <ul className="list-disc pl-5">
            {intake.map((field) => (
              <li key={field.id}>
                {field.label}
                {field.required ? <span className="text-ink-soft"> (must be asked)</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
