'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '@/api/client';
import { fewestToSay, type Share } from '@/domain/reports/model';
import { BarChart } from '@/ui/bar-chart';
import { ReportState } from '@/ui/report-state';
import { shareInWords } from '@/ui/report-words';
import { Footnotes } from '../outcomes/footnotes';
import { OutcomeTable } from '../outcomes/outcome-table';

const look = 'underline underline-offset-2 hover:text-accent';

/** Of too few calls nothing is said. */
const shareOf = ({ count, of }: Share) => (of < fewestToSay ? null : count / of);

type Asked = { from: string; to: string; clientId?: string };

/** What came of calls under each playbook. */
export function PlaybookReport({ asked }: { asked: Asked }) {
  const api = useTRPC();
  const found = useQuery(api.reports.playbooks.queryOptions(asked, { placeholderData: keepPreviousData }));
  return (
    <ReportState
      found={found}
      isEmpty={({ groups }) => groups.length === 0}
      emptyWords="No call was answered on these days."
    >
      {({ groups, timeZone }) => (
        <>
          <BarChart
            label="Callers who were calmed, and callers who rang again"
            rowTitle="Playbook"
            rows={groups.map(({ name, calmed, rangAgain }) => ({
              name,
              values: { calmed: shareOf(calmed), rangAgain: shareOf(rangAgain) },
            }))}
            series={[
              { key: 'calmed', label: 'Calmed' },
              { key: 'rangAgain', label: 'Rang again' },
            ]}
            format={shareInWords}
          />
          <OutcomeTable groups={groups} by="playbook" />
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            <a
              className={look}
              href={`/api/export/reports/playbooks.csv?${new URLSearchParams(asked)}`}
              download
            >
              CSV by playbook
            </a>
            <Link className={look} href="/manage/outcomes">
              By briefing and by operator
            </Link>
          </p>
          <p className="text-[13px] text-ink-soft">Days from midnight to midnight in {timeZone}.</p>
          <Footnotes />
        </>
      )}
    </ReportState>
  );
}
