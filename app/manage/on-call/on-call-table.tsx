import type { ClientScheduleStatus } from '@/domain/oncall/model';
import { OnCallGaps } from '@/ui/on-call-gaps';
import { OnCallNext, OnCallNow } from '@/ui/on-call-people';
import { RecordTable, type Column } from '@/ui/record-table';
import { RowLink } from '@/ui/row-link';

const columns: readonly Column<ClientScheduleStatus>[] = [
  {
    title: 'Client',
    isWide: true,
    className: 'md:w-56',
    cell: ({ clientName, schedule }) => (
      <>
        <RowLink href={`/manage/on-call/${schedule.id}`}>{clientName}</RowLink>
        <span className="block text-[13px] text-ink-soft">{schedule.name}</span>
      </>
    ),
  },
  {
    title: 'Responsible now',
    isWide: true,
    className: 'md:w-72',
    cell: (status) => <OnCallNow status={status} />,
  },
  {
    title: 'Next',
    isNamedOnPhone: true,
    className: 'md:w-48',
    cell: (status) => <OnCallNext status={status} />,
  },
  {
    title: 'Gaps',
    isWide: true,
    cell: ({ gaps, schedule, at }) =>
      gaps.length === 0 ? (
        <span className="text-ink-soft">No gap in 31 days</span>
      ) : (
        <OnCallGaps gaps={gaps} zone={schedule.timeZone} at={at} most={3} />
      ),
  },
];

/** The schedules of many clients, one a row. */
export function OnCallTable({ statuses }: { statuses: readonly ClientScheduleStatus[] }) {
  return (
    <RecordTable
      caption="Who is on call, by client and schedule"
      columns={columns}
      rows={statuses}
      keyOf={({ schedule }) => schedule.id}
    />
  );
}
