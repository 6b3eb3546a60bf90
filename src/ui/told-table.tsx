'use client';

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { ToldRecord } from '@/domain/calls/model';
import { languages } from '@/domain/briefings/model';
import { languageWords } from './briefing-words';
import { Chip } from './chip';
import { Phone } from './phone';
import { RecordTable, type Column } from './record-table';
import { Time } from './time';

export type ToldTableProps = {
  records: readonly ToldRecord[];
  zone: string | null;
  callsHref: string | undefined;
};

function languageName(tag: string): string {
  const known = languages.find((language) => language === tag);
  return known ? languageWords[known] : tag;
}

function columnsFor(zone: string | null, callsHref: string | undefined): Column<ToldRecord>[] {
  return [
    { title: 'When', className: 'md:w-48', cell: ({ at }) => <Time at={at} zone={zone} /> },
    {
      title: 'Caller',
      isWide: true,
      className: 'md:w-56',
      cell: ({ callerName, callerPhone, callId }) => (
        <>
          {callsHref ? (
            <Link
              href={`${callsHref}/${callId}`}
              className="font-medium text-accent underline-offset-2 hover:underline"
            >
              {callerName || 'Name not known'}
            </Link>
          ) : (
            <span className="font-medium">{callerName || 'Name not known'}</span>
          )}{' '}
          <Phone number={callerPhone ?? ''} isLink />
        </>
      ),
    },
    {
      title: 'Was told',
      isWide: true,
      cell: ({ text, language, isAfterWithdrawal }) => (
        <>
          <span lang={language} dir="auto" className="block max-w-[66ch]">
            “{text}”
          </span>
          {isAfterWithdrawal ? <Chip tone="high" icon={TriangleAlert} words="Told after withdrawal" /> : null}
        </>
      ),
    },
    { title: 'Language', cell: ({ language }) => languageName(language), className: 'md:w-24' },
    { title: 'Version', cell: ({ version }) => version, isNamedOnPhone: true, className: 'md:w-20' },
    { title: 'By', cell: ({ byName }) => byName, isNamedOnPhone: true, className: 'md:w-40' },
  ];
}

export function ToldTable({ records, zone, callsHref }: ToldTableProps) {
  return (
    <RecordTable
      caption="Statements told"
      columns={columnsFor(zone, callsHref)}
      rows={records}
      keyOf={({ callId, statementId, version, at }) => `${callId} ${statementId} ${version} ${at.getTime()}`}
    />
  );
}
