'use client';

import { BadgeCheck, TriangleAlert } from 'lucide-react';
import { useId, useMemo } from 'react';
import type { Approval, BriefingContent } from '@/domain/briefings/model';
import type { Wording } from '@/domain/briefings/wordings';
import { languageWords } from './briefing-words';
import { Time } from './time';
import { WordingHints } from './wording-hints';
import { wordingRules } from './wording-rules';

export type ApprovalLineProps = {
  wording: Wording;
  content: BriefingContent;
  /** What was given for exactly these words before. */
  approval: Approval | undefined;
  hasLanguage: boolean;
  zone: string | null;
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
};

function Earlier({ approval, zone }: { approval: Approval; zone: string | null }) {
  const isFinal = approval.kind === 'approved';
  const Icon = isFinal ? BadgeCheck : TriangleAlert;
  return (
    <p className={`flex items-start gap-1.5 text-[13px] ${isFinal ? 'text-fine' : 'text-high'}`}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        {isFinal ? 'Approved before by ' : 'Said unapproved, in an emergency, since '}
        {isFinal ? `${approval.byName}, ` : null}
        <Time at={approval.at} zone={zone} />
        {isFinal ? null : `, by ${approval.byName}`}
      </span>
    </p>
  );
}

/** One sentence in one language: its words, what the wording check says of them, and the tick that approves it. */
export function ApprovalLine(props: ApprovalLineProps) {
  const { wording, content, approval, hasLanguage, zone, isTicked, onTick } = props;
  const { block, itemId, language, text, validUntil } = wording;
  const id = useId();
  const rules = useMemo(() => {
    const assurance = block === 'assurances' ? content.assurances.find((item) => item.id === itemId) : null;
    return wordingRules(content, language, assurance?.promiseRule);
  }, [content, block, itemId, language]);
  const words = (
    <>
      {hasLanguage ? <span className="eyebrow block">{languageWords[language]}</span> : null}
      <span lang={language} dir="auto" className="read-aloud block">
        {text}
      </span>
    </>
  );
  const isDone = approval?.kind === 'approved';
  return (
    <li className="flex items-start gap-3 py-2">
      {isDone ? (
        <BadgeCheck aria-hidden className="mt-1 size-5 shrink-0 text-fine" />
      ) : (
        <input
          id={id}
          type="checkbox"
          checked={isTicked}
          onChange={(event) => onTick(event.target.checked)}
          className="mt-1 size-5 shrink-0 accent-accent"
        />
      )}
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        {isDone ? (
          <p>{words}</p>
        ) : (
          <label htmlFor={id} className="block">
            {words}
          </label>
        )}
        {validUntil ? (
          <p className="text-[13px] text-ink-soft">
            May be said until <Time at={new Date(validUntil)} zone={zone} />
          </p>
        ) : null}
        {approval ? <Earlier approval={approval} zone={zone} /> : null}
        <WordingHints text={text} rules={rules} />
      </div>
    </li>
  );
}
