'use client';

import { createContext, use, useDeferredValue, useMemo, type ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { BriefingContent, Language, PromiseRule } from '@/domain/briefings/model';
import type { WordingRules } from '@/domain/wording/model';
import { wordingRules } from '@/ui/wording-rules';
import { addedLanguages } from './translations';

type Checked = Pick<BriefingContent, 'neverSay' | 'assurances'>;
type Sentences = { own: Language; others: readonly Language[]; checked: Checked };

const SentencesContext = createContext<Sentences>({
  own: 'en',
  others: [],
  checked: { neverSay: [], assurances: [] },
});

/** What all sentences of the draft share: the languages they stand in, and what they are checked against. */
export function SentencesProvider({ children }: { children: ReactNode }) {
  const { control } = useFormContext<BriefingContent>();
  const [own, openingIn, statements, qa, neverSay, assurances] = useWatch({
    control,
    name: ['language', 'openingIn', 'statements', 'qa', 'neverSay', 'assurances'],
  });
  const added = addedLanguages({ language: own, opening: '', openingIn, statements, qa });
  const named = added.join(' ');
  // Compared as text: both lists are made anew by every key, and every sentence would be drawn again.
  const rules = useDeferredValue(JSON.stringify({ neverSay, assurances }));
  const value = useMemo(
    () => ({
      own,
      others: named === '' ? [] : (named.split(' ') as Language[]),
      checked: JSON.parse(rules) as Checked,
    }),
    [own, named, rules],
  );
  return <SentencesContext value={value}>{children}</SentencesContext>;
}

export function useLanguages(): Pick<Sentences, 'own' | 'others'> {
  return use(SentencesContext);
}

/** What a sentence in this language is checked against; an assurance gives its own rule. */
export function useWordingRules(language: Language | null, promiseRule?: PromiseRule): WordingRules {
  const { own, checked } = use(SentencesContext);
  return useMemo(
    () => wordingRules(checked, language ?? own, promiseRule),
    [checked, own, language, promiseRule],
  );
}
