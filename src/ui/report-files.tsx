import type { ReportKind } from '@/domain/reports/model';

export type ReportAsked = { from: string; to: string; by: 'day' | 'client'; clientId?: string };

/** The report as a file: as it is shown, and with every day of every client. */
export function ReportFiles({ kind, asked }: { kind: ReportKind; asked: ReportAsked }) {
  const address = (by: 'day' | 'client' | 'client_day') =>
    `/api/export/reports/${kind}.csv?${new URLSearchParams({ ...asked, by })}`;
  const look = 'underline underline-offset-2 hover:text-accent';
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1">
      <a className={look} href={address(asked.by)} download>
        {asked.by === 'day' ? 'CSV by day' : 'CSV by client'}
      </a>
      <a className={look} href={address('client_day')} download>
        CSV of each client’s days
      </a>
    </p>
  );
}
