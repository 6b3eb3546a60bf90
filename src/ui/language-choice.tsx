import type { Language } from '@/domain/briefings/model';
import { languageWords } from './briefing-words';

export type LanguageChoiceProps = {
  languages: readonly Language[];
  chosen: Language;
  onChoose: (language: Language) => void;
};

/** Reads a briefing in one of its languages; nothing is shown where there is only one. */
export function LanguageChoice({ languages, chosen, onChoose }: LanguageChoiceProps) {
  if (languages.length < 2) return null;
  return (
    <div
      role="group"
      aria-label="Language"
      className="flex flex-wrap gap-1 self-start rounded-md bg-sunken p-1"
    >
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          aria-pressed={language === chosen}
          onClick={() => onChoose(language)}
          className="min-h-8 rounded px-2.5 font-medium text-ink-soft max-sm:min-h-11 aria-pressed:bg-surface aria-pressed:text-ink aria-pressed:shadow-sm"
        >
          {languageWords[language]}
        </button>
      ))}
    </div>
  );
}
