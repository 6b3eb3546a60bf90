'use client';

import type { ReactNode } from 'react';
import type { Approval, BriefingContent, Language, Withdrawal } from '@/domain/briefings/model';
import type { WordingRules } from '@/domain/wording/model';
import { BriefingAssurances, BriefingFacts, PlainList } from './briefing-facts';
import { BriefingMethod } from './briefing-method';
import { BriefingQuestions } from './briefing-questions';
import { BriefingStatements } from './briefing-statements';
import { blockTitles, incidentStatusWords, languageWords } from './briefing-words';
import { NeverSay } from './never-say';
import { SeverityChip } from './severity-chip';
import { Time } from './time';
import { UpdateDue } from './update-due';
import { shownLanguage, WordingMark, wordingRecord } from './wording-mark';

export type BriefingViewProps = {
  /** What may be said in `language`, by spokenContent. */
  content: BriefingContent;
  /** The language that `content` is shown in; left out: the briefing's own. */
  language?: Language;
  /** What spokenContent found to be missing in that language: `opening`, and ids of statements and answers. */
  missing?: readonly string[];
  /** By wording key: who approved each sentence, or that it was published in an emergency. */
  approvals?: Record<string, Approval>;
  /** Statements that must not be said any more. They are struck through where they stand, and cannot be told. */
  withdrawals?: readonly Withdrawal[];
  /** The published version; left out in a preview of a draft. */
  version?: number;
  publishedAt?: Date;
  publishedByName?: string;
  /** The client's time zone. */
  zone?: string | null;
  /** A version of the past: what was due then is not overdue now. */
  isRecord?: boolean;
  /** Ids of the statements this caller has been told. */
  told?: ReadonlySet<string>;
  /** Ids of all statements of the version, so that their numbers stay when one expires. */
  statementOrder?: readonly string[];
  onTell?: (statementId: string) => void;
  /** The keys that mark the statement of this number as told. */
  keysOf?: (number: number) => ReactNode;
  onAsk?: (question: string) => void;
  /** What a question to the client is checked against as it is typed. */
  questionRules?: WordingRules;
  /** Escape while the focus is on a statement. */
  onLeaveStatements?: () => void;
};

function Block({ title, isShown, children }: { title: string; isShown: boolean; children: ReactNode }) {
  if (!isShown) return null;
  return (
    <section aria-label={title} className="border-t border-line pt-3">
      <h3 className="mb-1 font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function Due({ at, zone, isRecord }: { at: string; zone: string | null; isRecord: boolean }) {
  const due = new Date(at);
  if (!isRecord) return <UpdateDue at={due} zone={zone} />;
  return (
    <p className="text-ink-soft">
      {blockTitles.nextUpdateDueAt} <Time at={due} zone={zone} />
    </p>
  );
}

/** A briefing as the operator sees it, on the desk and in the author's preview alike. */
export function BriefingView(props: BriefingViewProps) {
  const { content, version, publishedAt, publishedByName, zone = null, isRecord = false } = props;
  const { withdrawals = [], told, onTell, onAsk, questionRules } = props;
  const { language, approvals, missing } = props;
  const record = wordingRecord(content, { language, approvals, missing, zone });
  const isForeign = record.language !== content.language;
  const inOwn = isForeign ? ` (in ${languageWords[content.language]})` : '';
  // A withdrawal counts for the version that last held the sentence, and for those before it.
  const struck = withdrawals.filter((one) => version === undefined || one.version >= version);
  return (
    <article aria-label="Briefing" className="flex flex-col gap-4">
      <header className="flex flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <SeverityChip severity={content.severity} />
          <span className="font-medium">{incidentStatusWords[content.incidentStatus]}</span>
          <span className="text-[13px] text-ink-soft">
            {version === undefined ? 'Draft' : `v${version}`}
            {publishedByName ? `, published by ${publishedByName}` : ''}
            {publishedAt ? ', ' : ''}
            {publishedAt ? <Time at={publishedAt} zone={zone} /> : null}
          </span>
        </div>
        <h2 className="text-lg leading-6 font-semibold text-balance">
          {content.headline || 'No headline yet'}
        </h2>
      </header>

      {content.neverSay.length > 0 ? (
        <div className="sticky top-0 z-10 -mx-1 max-h-[45dvh] overflow-y-auto bg-surface px-1 pb-1">
          <NeverSay items={content.neverSay} />
        </div>
      ) : null}

      <Block title={blockTitles.opening} isShown={content.opening !== ''}>
        <p className="read-aloud" lang={shownLanguage(record, 'opening', '')} dir="auto">
          {content.opening}
        </p>
        <WordingMark record={record} block="opening" />
      </Block>
      <Block title={blockTitles.statements} isShown={content.statements.length > 0}>
        <BriefingStatements
          statements={content.statements}
          record={record}
          withdrawals={struck}
          {...(props.statementOrder ? { order: props.statementOrder } : {})}
          {...(told ? { told } : {})}
          {...(onTell ? { onTell } : {})}
          {...(props.keysOf ? { keysOf: props.keysOf } : {})}
          {...(props.onLeaveStatements ? { onLeave: props.onLeaveStatements } : {})}
        />
      </Block>
      <Block title={`${blockTitles.assurances}${inOwn}`} isShown={content.assurances.length > 0}>
        <BriefingAssurances
          assurances={content.assurances}
          mark={(itemId) => <WordingMark record={record} block="assurances" itemId={itemId} isShort />}
        />
      </Block>
      <Block title={blockTitles.escalateWhen} isShown={content.escalateWhen.length > 0}>
        <PlainList items={content.escalateWhen} />
      </Block>
      <Block title={blockTitles.facts} isShown={content.facts.length > 0}>
        <BriefingFacts facts={content.facts} zone={zone} />
      </Block>
      <Block title={blockTitles.unknowns} isShown={content.unknowns.length > 0}>
        <PlainList items={content.unknowns} />
      </Block>
      <Block title={blockTitles.qa} isShown={content.qa.length > 0 || onAsk !== undefined}>
        <BriefingQuestions
          qa={content.qa}
          record={record}
          {...(onAsk ? { onAsk } : {})}
          {...(questionRules ? { rules: questionRules } : {})}
        />
      </Block>
      <Block title={`${blockTitles.closing}${inOwn}`} isShown={content.closing !== ''}>
        <p className="read-aloud">{content.closing}</p>
        <WordingMark record={record} block="closing" isShort />
      </Block>
      {/* The desk's guide goes by it already: what it says is for whoever writes or looks back. */}
      {isRecord || version === undefined ? (
        <BriefingMethod apologies={content.apologies} playbookId={content.playbookId} />
      ) : null}
      {content.nextUpdateDueAt ? (
        <div className="border-t border-line pt-3">
          <Due at={content.nextUpdateDueAt} zone={zone} isRecord={isRecord} />
        </div>
      ) : null}
    </article>
  );
}
