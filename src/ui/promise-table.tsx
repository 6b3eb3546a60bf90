'use client';

import type { PromiseCard } from '@/domain/promises/model';
import { Phone } from './phone';
import { PromiseDeadline } from './promise-deadline';
import { PromiseStandingChip } from './promise-standing-chip';
import { promiseKindWords } from './promise-words';
import { RecordTable, type Column } from './record-table';
import { RowLink } from './row-link';

/** Who does it, in a word or two. */
export function promiseDoer({ owner, ownerName, assignedToName }: PromiseCard): string {
  if (assignedToName !== null) return assignedToName;
  if (owner === 'operator' && ownerName !== '') return ownerName;
  return owner === 'client' ? 'The client’s contact' : 'The answering service';
}

export type PromiseTableProps = {
  promises: readonly PromiseCard[];
  /** Where this reader opens a promise: "/portal/promises". */
  href: string;
  /** For readers of many clients. */
  isClientNamed?: boolean;
};

function columnsFor(href: string, isClientNamed: boolean): Column<PromiseCard>[] {
  const client: Column<PromiseCard>[] = isClientNamed
    ? [{ title: 'Client', cell: ({ clientName }) => clientName, className: 'md:max-w-48' }]
    : [];
  return [
    {
      title: 'Standing',
      cell: (promise) => <PromiseStandingChip promise={promise} />,
      className: 'md:w-32',
    },
    { title: 'By when', cell: (promise) => <PromiseDeadline promise={promise} />, className: 'md:w-56' },
    ...client,
    {
      title: 'Promise',
      isWide: true,
      className: 'md:min-w-64',
      cell: ({ id, kind, what, evidence }) => (
        <>
          <RowLink href={`${href}/${id}`}>
            {promiseKindWords[kind]}: {what}
          </RowLink>
          {evidence === '' ? null : <span className="block text-[13px] text-ink-soft">{evidence}</span>}
        </>
      ),
    },
    {
      title: 'Caller',
      cell: ({ callerName, callerPhone }) =>
        callerName ||
        (callerPhone === null ? (
          <span className="text-ink-soft">No name</span>
        ) : (
          <Phone number={callerPhone} />
        )),
      isNamedOnPhone: true,
      className: 'md:max-w-44',
    },
    { title: 'Who does it', cell: promiseDoer, isNamedOnPhone: true, className: 'md:max-w-44' },
  ];
}

export function PromiseTable({ promises, href, isClientNamed = false }: PromiseTableProps) {
  return (
    <RecordTable
      caption="Promises"
      columns={columnsFor(href, isClientNamed)}
      rows={promises}
      keyOf={({ id }) => id}
    />
  );
}
