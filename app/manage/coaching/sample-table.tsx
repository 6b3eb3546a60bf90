import { dispositionWords } from '@/domain/calls/outcome-words';
import type { Sample } from '@/domain/coaching/model';
import { RecordTable, type Column } from '@/ui/record-table';
import { RowLink } from '@/ui/row-link';
import { Time } from '@/ui/time';
import { DropSample } from './drop-sample';

const columns: readonly Column<Sample>[] = [
  {
    title: 'Operator',
    className: 'max-md:flex-1',
    cell: (sample) => (
      <RowLink href={`/manage/coaching/calls/${sample.callId}`}>{sample.operatorName}</RowLink>
    ),
  },
  { title: 'Client', cell: ({ clientName }) => clientName ?? 'Unrecognised number' },
  { title: 'Caller', cell: ({ callerName }) => callerName || 'Name not given', isWide: true },
  {
    title: 'Rang',
    cell: ({ ringAt, clientTimeZone }) => <Time at={ringAt} zone={clientTimeZone} />,
    isWide: true,
  },
  {
    title: 'Ended as',
    cell: ({ disposition }) => (disposition === null ? null : dispositionWords(disposition).words),
  },
  {
    title: 'Drawn',
    isNamedOnPhone: true,
    cell: ({ drawnAt, drawnByName }) => (
      <>
        <Time at={drawnAt} show="relative" /> by {drawnByName}
      </>
    ),
  },
  { title: 'Not this one', cell: (sample) => <DropSample sample={sample} /> },
];

export function SampleTable({ samples }: { samples: readonly Sample[] }) {
  return (
    <RecordTable caption="Calls to score" columns={columns} rows={samples} keyOf={({ callId }) => callId} />
  );
}
