'use client';

import { reportKinds } from '@/domain/reports/model';
import { LoadingRows } from '@/ui/list-states';
import { ReportBody, reportTitles } from '@/ui/report-body';
import { ReportChoice } from '@/ui/report-choice';
import { useFilters } from '@/ui/use-filters';
import { useReportDays, type ReportFilterNames } from '@/ui/use-report-days';
import { ClientPicker } from '../client-picker';
import { ListPage } from '../list-page';
import { PlaybookReport } from './playbook-report';

const reports = { ...reportTitles, playbooks: 'Playbook outcomes' };

/** The service's figures: by day and by client, on the clients' own days. */
export function ManageReports() {
  const filters = useFilters<ReportFilterNames>('report', 'by', 'days', 'from', 'to', 'client');
  const days = useReportDays(filters);
  const kind = reportKinds.find((one) => one === filters.get('report'));
  const report = kind ?? (filters.get('report') === 'playbooks' ? 'playbooks' : 'level');
  const by = filters.get('by') === 'client' ? 'client' : 'day';
  const clientId = filters.get('client');
  const ofClient = clientId ? { clientId } : {};
  return (
    <ListPage
      title="Reports"
      about="Service level, billing, promises, escalations and playbooks, each with the rule it is counted by."
      onClear={filters.isAny ? filters.clear : undefined}
      filters={
        <ReportChoice
          filters={filters}
          days={days}
          reports={reports}
          report={report}
          isGrouped={report !== 'playbooks'}
          by={by}
        >
          <ClientPicker value={clientId} onChange={(id) => filters.set('client', id)} />
        </ReportChoice>
      }
    >
      {days === null ? (
        <LoadingRows rows={8} label="The report is being counted." />
      ) : report === 'playbooks' ? (
        <PlaybookReport asked={{ from: days.from, to: days.to, ...ofClient }} />
      ) : (
        <ReportBody key={report} kind={report} asked={{ from: days.from, to: days.to, by, ...ofClient }} />
      )}
    </ListPage>
  );
}
