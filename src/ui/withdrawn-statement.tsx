'use client';

import { Ban } from 'lucide-react';
import type { Language, Withdrawal } from '@/domain/briefings/model';
import { Time } from './time';

export type WithdrawnStatementProps = {
  text: string;
  language: Language;
  withdrawal: Withdrawal;
  zone: string | null;
};

/** A sentence that must not be said any more, where it stood: why, since when, and what is said instead. */
export function WithdrawnStatement({ text, language, withdrawal, zone }: WithdrawnStatementProps) {
  const { reason, correction, at } = withdrawal;
  return (
    <>
      <p className="flex items-start gap-1 font-semibold text-never">
        <Ban aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={2.5} />
        <span>
          Withdrawn <Time at={at} zone={zone} show="absolute" />: do not say this any more
        </span>
      </p>
      <p className="read-aloud text-ink-soft" lang={language} dir="auto">
        <del>{text}</del>
      </p>
      {reason ? <p className="text-ink-soft">Why: {reason}</p> : null}
      {correction ? (
        <p className="mt-1">
          <span className="text-ink-soft">Say instead: </span>
          <span className="read-aloud block">{correction}</span>
        </p>
      ) : null}
    </>
  );
}
