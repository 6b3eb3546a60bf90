'use client';

import type { CallCard } from '@/domain/calls/model';
import { dispositionWords } from '@/domain/calls/outcome-words';
import { Phone } from '@/ui/phone';
import { CallStateChip } from '@/ui/state-chip';
import { Elapsed, Time } from '@/ui/time';
import { UrgencyChip } from '@/ui/urgency-chip';
import { moodWords } from '../../desk/call-words';
import { RecordTable, type Column } from '@/ui/record-table';
import { RowLink } from '@/ui/row-link';

const columns: readonly Column<CallCard>[] = [
  {
    title: 'State',
    cell: (call) => <CallStateChip state={call.state} isHeld={call.isHeld} channel={call.channel} />,
    className: 'md:w-32',
  },
  {
    title: 'Client',
    cell: (call) => (
      <RowLink href={`/manage/calls/${call.id}`}>{call.clientName ?? 'Unrecognised number'}</RowLink>
    ),
    className: 'max-md:flex-1',
  },
  {
    title: 'Caller',
    cell: (call) => (
      <>
        {call.callerName ? `${call.callerName} ` : null}
        <span className="text-ink-soft">
          <Phone number={call.ani} />
        </span>
      </>
    ),
    isWide: true,
  },
  { title: 'Rang', cell: (call) => <Time at={call.ringAt} zone={call.clientTimeZone} /> },
  {
    title: 'Answered by',
    isNamedOnPhone: true,
    cell: (call) =>
      call.answeredByName ?? (
        <span className="text-ink-soft">{call.answeredAt ? 'not named' : 'nobody'}</span>
      ),
  },
  {
    title: 'Talk',
    isNamedOnPhone: true,
    cell: (call) => (call.answeredAt ? <Elapsed since={call.answeredAt} until={call.endedAt} /> : null),
    className: 'tabular-nums',
  },
  { title: 'Mood', cell: (call) => (call.mood ? moodWords[call.mood] : null) },
  {
    title: 'Urgency',
    cell: (call) => (call.urgency === 'routine' ? null : <UrgencyChip urgency={call.urgency} />),
  },
  { title: 'Ended as', cell: (call) => (call.disposition ? dispositionWords(call.disposition).words : null) },
];

export function CallTable({ calls }: { calls: readonly CallCard[] }) {
  return <RecordTable caption="Calls" columns={columns} rows={calls} keyOf={(call) => call.id} />;
}
