'use client';

import type { ReactNode } from 'react';
import type { BriefingContent } from '@/domain/briefings/model';
import { BriefingAssurances, BriefingFacts, PlainList } from './briefing-facts';
import { BriefingQuestions } from './briefing-questions';
import { BriefingStatements } from './briefing-statements';
import { blockTitles } from './briefing-words';
import { NeverSay } from './never-say';
import { SeverityChip } from './severity-chip';
import { Time } from './time';

export type BriefingViewProps = {
  content: BriefingContent;
  /** The published version; left out in a preview of a draft. */
  version?: number;
  publishedAt?: Date;
  publishedByName?: string;
  /** The client's time zone. */
  zone?: string | null;
  /** Ids of the statements this caller has been told. */
  told?: ReadonlySet<string>;
  onTell?: (statementId: string) => void;
  onAsk?: (question: string) => void;
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

/** A briefing as the operator sees it, on the desk and in the author's preview alike. */
export function BriefingView(props: BriefingViewProps) {
  const { content, version, publishedAt, publishedByName, zone = null, told, onTell, onAsk } = props;
  return (
    <article aria-label="Briefing" className="flex flex-col gap-4">
      <header className="flex flex-col gap-1.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <SeverityChip severity={content.severity} />
          <span className="text-[13px] text-ink-soft">
            {version === undefined ? 'Draft' : `v${version}`}
            {publishedByName ? `, approved by ${publishedByName}` : ''}
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
        <p className="read-aloud">{content.opening}</p>
      </Block>
      <Block title={blockTitles.statements} isShown={content.statements.length > 0}>
        <BriefingStatements
          statements={content.statements}
          {...(told ? { told } : {})}
          {...(onTell ? { onTell } : {})}
          {...(props.onLeaveStatements ? { onLeave: props.onLeaveStatements } : {})}
        />
      </Block>
      <Block title={blockTitles.assurances} isShown={content.assurances.length > 0}>
        <BriefingAssurances assurances={content.assurances} />
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
        <BriefingQuestions qa={content.qa} {...(onAsk ? { onAsk } : {})} />
      </Block>
      <Block title={blockTitles.closing} isShown={content.closing !== ''}>
        <p className="read-aloud">{content.closing}</p>
      </Block>
      {content.nextUpdateDueAt ? (
        <p className="border-t border-line pt-3 text-ink-soft">
          {blockTitles.nextUpdateDueAt} <Time at={new Date(content.nextUpdateDueAt)} zone={zone} />
        </p>
      ) : null}
    </article>
  );
}
