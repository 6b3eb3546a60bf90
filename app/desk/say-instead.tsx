'use client';

import { useDeferredValue, useMemo } from 'react';
import type { WordingRules } from '@/domain/wording/model';
import { wordingCheck } from '@/domain/wording/wording-check';
import { WordingHints } from '@/ui/wording-hints';

type SayInsteadProps = {
  text: string;
  rules: WordingRules;
  /** Where every "no" becomes what can be done: the first such sentence, large enough to read aloud. */
  isLarge: boolean;
  atMost?: number;
};

/** What is better said in other words, below the text it is about. */
export function SayInstead({ text, rules, isLarge, atMost = 3 }: SayInsteadProps) {
  return (
    <>
      {isLarge ? <CanDo text={text} rules={rules} /> : null}
      <WordingHints text={text} rules={rules} atMost={atMost} />
    </>
  );
}

function CanDo({ text, rules }: { text: string; rules: WordingRules }) {
  const checked = useDeferredValue(text);
  const sentence = useMemo(
    () => wordingCheck(checked, rules).find(({ sayInstead }) => sayInstead !== '')?.sayInstead,
    [checked, rules],
  );
  return sentence === undefined ? null : (
    <p className="mb-1.5 rounded-md bg-fine-soft px-3 py-1.5">
      <span className="text-[13px] font-semibold text-fine">Say instead: </span>
      <span className="read-aloud block">“{sentence}”</span>
    </p>
  );
}
