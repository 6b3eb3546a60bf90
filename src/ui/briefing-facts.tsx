import type { ReactNode } from 'react';
import type { BriefingContent } from '@/domain/briefings/model';
import { promiseRuleWords } from './briefing-words';
import { Time } from './time';

export function BriefingFacts({ facts, zone }: { facts: BriefingContent['facts']; zone?: string | null }) {
  return (
    <ul className="flex flex-col gap-2">
      {facts.map((fact) => (
        <li key={fact.id}>
          <p>{fact.text}</p>
          {fact.source || fact.knownAt ? (
            <p className="text-[13px] text-ink-soft">
              {[fact.source ? `Source: ${fact.source}` : '', fact.knownAt ? 'known at ' : '']
                .filter(Boolean)
                .join(', ')}
              {fact.knownAt ? <Time at={new Date(fact.knownAt)} zone={zone ?? null} /> : null}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type BriefingAssurancesProps = {
  assurances: BriefingContent['assurances'];
  /** What is on record about one of them, by its id. */
  mark?: (assuranceId: string) => ReactNode;
};

export function BriefingAssurances({ assurances, mark }: BriefingAssurancesProps) {
  return (
    <ul className="flex flex-col gap-2">
      {assurances.map((assurance) => (
        <li key={assurance.id}>
          <p className="read-aloud">{assurance.text}</p>
          <p className="text-[13px] text-ink-soft">
            {assurance.promiseRule === 'none'
              ? 'Promise nothing'
              : `Say ${promiseRuleWords[assurance.promiseRule]}`}
          </p>
          {mark?.(assurance.id)}
        </li>
      ))}
    </ul>
  );
}

export function PlainList({ items }: { items: readonly { readonly id: string; readonly text: string }[] }) {
  return (
    <ul className="list-disc pl-5">
      {items.map((item) => (
        <li key={item.id}>{item.text}</li>
      ))}
    </ul>
  );
}
