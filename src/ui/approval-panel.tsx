'use client';

import { useState, type ReactNode } from 'react';
import type { Approval, BriefingContent, Language } from '@/domain/briefings/model';
import { wordings, type Wording } from '@/domain/briefings/wordings';
import { ApprovalButtons } from './approval-buttons';
import { ApprovalLine } from './approval-line';
import { blockTitles, languageWords } from './briefing-words';
import { Choice } from './field';

export type ApprovalPanelProps = {
  /** What is read for approval, word for word. Give the panel a `key` that changes when it does. */
  content: BriefingContent;
  /** By wording key: what was given for exactly these words before, by earlierApprovals. */
  approvals: Record<string, Approval>;
  /** `draft`: submitted. `published`: on the desks before anybody had approved; it cannot be sent back any more. */
  of: 'draft' | 'published';
  zone: string | null;
  isPending: boolean;
  /** Why the last press did nothing, in words, with the way on. */
  problem: ReactNode;
  /** `except`: the wording keys that were not ticked. */
  onApprove: (except: string[], publish: boolean) => void;
  /** Left out for what is published. */
  onReject?: (words: string) => void;
};

/** What a sentence belongs to: "Statement 2", or the question it answers. */
function itemTitle({ block, itemId }: Wording, content: BriefingContent): string {
  switch (block) {
    case 'opening':
    case 'closing':
      return blockTitles[block];
    case 'statements':
      return `Statement ${content.statements.findIndex(({ id }) => id === itemId) + 1}`;
    case 'assurances':
      return `Assurance ${content.assurances.findIndex(({ id }) => id === itemId) + 1}`;
    case 'qa':
      return content.qa.find(({ id }) => id === itemId)?.question ?? 'Answer';
  }
}

/** One entry a sentence, with all its languages. */
function byItem(all: readonly Wording[]): [string, Wording[]][] {
  const items = new Map<string, Wording[]>();
  for (const wording of all) {
    const item = `${wording.block}/${wording.itemId}`;
    items.set(item, [...(items.get(item) ?? []), wording]);
  }
  return [...items];
}

/** Every sentence to be said aloud, in every language, each with its own tick; then approve, publish or send back. */
export function ApprovalPanel(props: ApprovalPanelProps) {
  const { content, approvals, of, zone, isPending, problem, onApprove, onReject } = props;
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  // The briefing's own language first, below it what was translated from it.
  const all = wordings(content).toSorted(
    (one, other) => Number(one.language !== content.language) - Number(other.language !== content.language),
  );
  const open = all.filter(({ key }) => approvals[key]?.kind !== 'approved');
  const languages = [...new Set(all.map(({ language }) => language))];
  const ticked = open.filter(({ key }) => !unticked.has(key));

  const tick = (keys: readonly string[], isTicked: boolean) => {
    const next = new Set(unticked);
    for (const key of keys) {
      if (isTicked) next.delete(key);
      else next.add(key);
    }
    setUnticked(next);
  };
  const keysIn = (language: Language) =>
    open.filter((wording) => wording.language === language).map(({ key }) => key);

  return (
    <section aria-labelledby="approval" className="flex flex-col gap-4">
      <div>
        <h2 id="approval" className="scroll-mt-6 text-base font-semibold">
          Approve sentence by sentence
        </h2>
        <p className="mt-0.5 max-w-[66ch] text-ink-soft">
          {open.length === 0
            ? 'Every sentence was approved before in exactly these words.'
            : 'Take the tick off what must not be said yet. It stays in the briefing, and no operator sees it until somebody approves it.'}
        </p>
      </div>
      {languages.length > 1 && open.length > 0 ? (
        <fieldset className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <legend className="sr-only">All sentences of one language</legend>
          {languages
            .filter((language) => keysIn(language).length > 0)
            .map((language) => {
              const keys = keysIn(language);
              return (
                <Choice
                  key={language}
                  type="checkbox"
                  label={`All ${languageWords[language]} (${keys.length})`}
                  checked={keys.every((key) => !unticked.has(key))}
                  onChange={(event) => tick(keys, event.target.checked)}
                />
              );
            })}
        </fieldset>
      ) : null}
      <ol className="flex flex-col divide-y divide-line border-y border-line">
        {byItem(all).map(([item, ofItem]) => {
          const [first] = ofItem;
          return (
            <li key={item} className="py-2">
              <h3 className="font-medium">{first ? itemTitle(first, content) : null}</h3>
              <ul>
                {ofItem.map((wording) => (
                  <ApprovalLine
                    key={wording.key}
                    wording={wording}
                    content={content}
                    approval={approvals[wording.key]}
                    hasLanguage={languages.length > 1}
                    zone={zone}
                    isTicked={!unticked.has(wording.key)}
                    onTick={(isTicked) => tick([wording.key], isTicked)}
                  />
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
      <ApprovalButtons
        ticked={ticked.length}
        open={open.length}
        of={of}
        isPending={isPending}
        problem={problem}
        onApprove={(publish) =>
          onApprove(
            open.filter(({ key }) => unticked.has(key)).map(({ key }) => key),
            publish,
          )
        }
        {...(onReject ? { onReject } : {})}
      />
    </section>
  );
}
