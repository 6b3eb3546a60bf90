'use client';

import type { Language } from '@/domain/briefings/model';
import { languageWords } from '@/ui/briefing-words';
import { LanguageChoice } from '@/ui/language-choice';
import { KeyFor } from './key-for';
import type { SpokenBriefing } from './spoken-briefing';

type LanguageBarProps = { spoken: SpokenBriefing; onChoose: (language: Language) => void };

/** The languages a briefing can be read in, and plainly what is missing in the one that is chosen. */
export function LanguageBar({ spoken, onChoose }: LanguageBarProps) {
  const { language, languages, missing, briefing } = spoken;
  const own = briefing.content.language;
  if (languages.length < 2 && language === own) return null;
  const count = missing.length === 1 ? '1 sentence is' : `${missing.length} sentences are`;
  const all = languages.includes(language) ? languages : [...languages, language];
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <LanguageChoice languages={all} chosen={language} onChoose={onChoose} />
        <KeyFor action="language" />
      </div>
      <div role="status" className="empty:hidden">
        {missing.length > 0 ? (
          <p className="rounded-md bg-medium-soft px-3 py-1.5 font-medium text-medium">
            {count} not there in {languageWords[language]}: shown in {languageWords[own]}, and marked.
          </p>
        ) : null}
      </div>
    </div>
  );
}
