'use client';

import { reportKinds } from '@/domain/reports/model';
import { LoadingRows } from '@/ui/list-states';
import { ReportBody, reportTitles } from '@/ui/report-body';
import { ReportChoice } from '@/ui/report-choice';
import { useFilters } from '@/ui/use-filters';
import { useReportDays, type ReportFilterNames } from '@/ui/use-report-days';

const { minutes, ...withoutBill } = reportTitles;

/** The client's own figures, day by day. */
export function OwnReports({ canReadBill }: { canReadBill: boolean }) {
  const filters = useFilters<ReportFilterNames>('report', 'by', 'days', 'from', 'to', 'client');
  const days = useReportDays(filters);
  const asked = reportKinds.find((one) => one === filters.get('report')) ?? 'level';
  const kind = asked === 'minutes' && !canReadBill ? 'level' : asked;
  return (
    <>
      <div role="search" aria-label="Filters" className="flex flex-wrap items-end gap-3">
        <ReportChoice
          filters={filters}
          days={days}
          reports={canReadBill ? { ...withoutBill, minutes } : withoutBill}
          report={kind}
          isGrouped={false}
          by="day"
        />
      </div>
      {days === null ? (
        <LoadingRows rows={8} label="The report is being counted." />
      ) : (
        <ReportBody key={kind} kind={kind} asked={{ from: days.from, to: days.to, by: 'day' }} />
      )}
    </>
  );
}
