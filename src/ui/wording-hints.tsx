'use client';

import { Ban, MessageCircleWarning } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { wordingKindWords, type WordingFinding, type WordingRules } from '@/domain/wording/model';
import { wordingCheck } from '@/domain/wording/wording-check';

export type WordingHintsProps = {
  /** As typed so far. */
  text: string;
  /** Kept between renders where it can be: the text is checked anew whenever these are another object. */
  rules: WordingRules;
  /** Where there is little room: the first so many, and how many more. */
  atMost?: number;
};

/** The same advice about the same words is given once. */
function distinct(findings: readonly WordingFinding[]): WordingFinding[] {
  const keyOf = ({ kind, text, sayInstead }: WordingFinding) => `${kind} ${text.toLowerCase()} ${sayInstead}`;
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

function Hint({ finding }: { finding: WordingFinding }) {
  const isForbidden = finding.kind === 'never_say';
  const Icon = isForbidden ? Ban : MessageCircleWarning;
  return (
    <li className="flex items-start gap-1.5">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${isForbidden ? 'text-never' : 'text-medium'}`}
        strokeWidth={2.25}
      />
      <p className="min-w-0">
        <span className={`font-medium ${isForbidden ? 'text-never' : 'text-medium'}`}>
          {wordingKindWords[finding.kind]}:
        </span>{' '}
        “{finding.text}”
        {finding.sayInstead ? (
          <span className="block">
            <span className="text-ink-soft">Say instead: </span>“{finding.sayInstead}”
          </span>
        ) : null}
      </p>
    </li>
  );
}

/** What is better said in other words, below the text it is about. It advises and never holds up typing. */
export function WordingHints({ text, rules, atMost = Infinity }: WordingHintsProps) {
  const checked = useDeferredValue(text);
  const findings = useMemo(() => distinct(wordingCheck(checked, rules)), [checked, rules]);
  const shown = findings.slice(0, atMost);
  const more = findings.length - shown.length;
  return (
    <div role="status" className="empty:hidden">
      {findings.length > 0 ? (
        <ul aria-label="Wording" className="flex flex-col gap-1.5 rounded-md bg-sunken px-3 py-2 text-[13px]">
          {shown.map((finding) => (
            <Hint key={`${finding.kind} ${finding.start}`} finding={finding} />
          ))}
          {more > 0 ? <li className="text-ink-soft">and {more} more</li> : null}
        </ul>
      ) : null}
    </div>
  );
}
