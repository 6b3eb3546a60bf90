'use client';

import { BadgeCheck, Languages, ShieldAlert } from 'lucide-react';
import type { Approval, BriefingContent, Language } from '@/domain/briefings/model';
import { wordingKey, type WordingBlock } from '@/domain/briefings/wordings';
import { languageWords } from './briefing-words';
import { Time } from './time';

/** What is on record about the sentences of one version, in the language they are shown in. */
export type WordingRecord = {
  language: Language;
  own: Language;
  /** By wording key; left out where nothing is known, as in a draft. */
  approvals: Record<string, Approval> | undefined;
  /** `opening`, and ids of statements and answers, that have no words in `language`. */
  missing: readonly string[];
  zone: string | null;
};

export function wordingRecord(
  content: BriefingContent,
  given: {
    language?: Language | undefined;
    approvals?: Record<string, Approval> | undefined;
    missing?: readonly string[] | undefined;
    zone: string | null;
  },
): WordingRecord {
  const { language = content.language, approvals, missing = [], zone } = given;
  return { language, own: content.language, approvals, missing, zone };
}

/** The language a sentence is shown in: the one asked for, or the briefing's own where that is missing. */
export function shownLanguage(
  { language, own, missing }: WordingRecord,
  block: WordingBlock,
  itemId: string,
): Language {
  const isMissing = missing.includes(block === 'opening' ? 'opening' : itemId);
  return isInOwnOnly(block) || isMissing ? own : language;
}

/** Assurances and closings are never translated; the title of their block says so. */
const isInOwnOnly = (block: WordingBlock) => block === 'assurances' || block === 'closing';

export type WordingMarkProps = {
  record: WordingRecord;
  block: WordingBlock;
  itemId?: string;
  validUntil?: string | null;
  /** Tells only what is out of the ordinary: an emergency, a missing language. */
  isShort?: boolean;
};

/** Who approved a sentence and when, that nobody has yet, or that it is missing in the language asked for. */
export function WordingMark({ record, block, itemId = '', validUntil, isShort = false }: WordingMarkProps) {
  const { language, own, approvals, zone } = record;
  const shown = shownLanguage(record, block, itemId);
  const approval = approvals?.[wordingKey(block, itemId, shown)];
  const isEmergency = approval?.kind === 'emergency';
  const hasApprover = approval !== undefined && !isEmergency && !isShort;
  return (
    <>
      {shown === language || isInOwnOnly(block) ? null : (
        <p className="mt-0.5 flex items-start gap-1 text-[13px] text-medium">
          <Languages aria-hidden className="mt-0.5 size-4 shrink-0" />
          No {languageWords[language]} wording: shown in {languageWords[own]}
        </p>
      )}
      {isEmergency ? (
        <p className="mt-0.5 flex items-start gap-1 text-[13px] font-medium text-high">
          <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            Not approved yet: published in an emergency by {approval.byName},{' '}
            <Time at={approval.at} zone={zone} show="absolute" />
          </span>
        </p>
      ) : null}
      {hasApprover || validUntil ? (
        <p className="mt-0.5 flex items-start gap-1 text-[13px] text-ink-soft">
          {hasApprover ? <BadgeCheck aria-hidden className="mt-0.5 size-4 shrink-0" /> : null}
          <span>
            {hasApprover ? (
              <>
                Approved by {approval.byName}, <Time at={approval.at} zone={zone} show="absolute" />
              </>
            ) : null}
            {hasApprover && validUntil ? '; ' : null}
            {validUntil ? (
              <>
                {hasApprover ? 'valid until ' : 'Valid until '}
                <Time at={new Date(validUntil)} zone={zone} show="absolute" />
              </>
            ) : null}
          </span>
        </p>
      ) : null}
    </>
  );
}
