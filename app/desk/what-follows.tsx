'use client';

import { dueWords } from '@/domain/promises/due-words';
import { spokenPromise } from '@/domain/promises/spoken-promise';
import type { EscalationCard } from '@/domain/escalations/model';
import type { PromiseStyle } from '@/domain/playbooks/model';
import { Button } from '@/ui/button';
import { EscalationStateChip } from '@/ui/state-chip';
import type { CallPromise } from './call-promises';
import { useDeskNow } from './desk-context';
import { KeyFor } from './key-for';

export type WhatFollowsProps = {
  promises: readonly CallPromise[];
  style: PromiseStyle;
  /** The newest first. */
  escalations: readonly EscalationCard[];
  zone: string;
  onPromise: () => void;
};

/** What happens after the call: what was promised, by deadline, and who has been told. */
export function WhatFollows({ promises, style, escalations, zone, onPromise }: WhatFollowsProps) {
  const now = useDeskNow(60_000);
  const latest = escalations[0];
  return (
    <section aria-label="What follows" className="flex flex-col gap-1">
      <h3 className="font-semibold">What follows</h3>
      {promises.length === 0 ? (
        <p className="text-ink-soft">Nothing was promised in this call.</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {promises.map(({ id, dueAt, isWaiting, ...promise }) => (
            <li key={id} className="border-l-2 border-line-strong pl-2">
              {spokenPromise({ ...promise, dueWords: dueWords(dueAt, now, zone) }, style)}
              {isWaiting ? <span className="text-[13px] text-ink-soft"> Saving</span> : null}
            </li>
          ))}
        </ul>
      )}
      <p className="flex flex-wrap items-center gap-2">
        {latest ? (
          <EscalationStateChip state={latest.state} />
        ) : (
          <span className="text-ink-soft">Nobody has been told.</span>
        )}
        <Button size="compact" onClick={onPromise}>
          Promise a follow-up <KeyFor action="promise" />
        </Button>
      </p>
    </section>
  );
}
