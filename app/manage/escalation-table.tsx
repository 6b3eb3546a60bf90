'use client';

import type { EscalationCard } from '@/domain/escalations/model';
import { EscalationStateChip } from '@/ui/state-chip';
import { Elapsed, Time } from '@/ui/time';
import { timerWords } from '@/ui/time-words';
import { TriedNow } from '@/ui/tried-now';
import { UrgencyChip } from '@/ui/urgency-chip';
import { RecordTable, type Column } from '@/ui/record-table';
import { RowLink } from '@/ui/row-link';

/** From the start to the acknowledgement; runs, in red, while nobody has answered. */
function ToAcknowledge({ state, startedAt, acknowledgedAt }: EscalationCard) {
  if (acknowledgedAt) return <>{timerWords(startedAt, acknowledgedAt)}</>;
  if (state === 'open' || state === 'unanswered') {
    return (
      <span className={state === 'unanswered' ? 'font-medium text-critical' : 'font-medium text-high'}>
        <Elapsed since={startedAt} />
      </span>
    );
  }
  return <span className="text-ink-soft">never</span>;
}

/** Who is tried while it waits for somebody; afterwards who had it. */
function Tried(card: EscalationCard) {
  const { state, acknowledgedByName } = card;
  if (state === 'open' || state === 'unanswered') return <TriedNow escalation={card} />;
  return acknowledgedByName === null ? (
    <span className="text-ink-soft">nobody</span>
  ) : (
    <>{acknowledgedByName}</>
  );
}

const columns: readonly Column<EscalationCard>[] = [
  { title: 'State', cell: (card) => <EscalationStateChip state={card.state} />, className: 'md:w-32' },
  { title: 'Urgency', cell: (card) => <UrgencyChip urgency={card.urgency} />, className: 'md:w-32' },
  {
    title: 'Client',
    cell: (card) => card.clientName ?? <span className="text-ink-soft">No client</span>,
    className: 'md:max-w-48',
  },
  {
    title: 'Summary',
    cell: (card) => <RowLink href={`/manage/escalations/${card.id}`}>{card.summary}</RowLink>,
    isWide: true,
    className: 'md:min-w-64',
  },
  {
    title: 'Started',
    cell: (card) => (
      <>
        <Time at={card.startedAt} />
        <span className="text-ink-soft"> {card.startedByName}</span>
      </>
    ),
    className: 'md:max-w-56',
  },
  { title: 'Waited', cell: ToAcknowledge, isNamedOnPhone: true, className: 'tabular-nums' },
  { title: 'Who', cell: Tried, isNamedOnPhone: true, className: 'md:min-w-44' },
];

export function EscalationTable({ cards }: { cards: readonly EscalationCard[] }) {
  return <RecordTable caption="Escalations" columns={columns} rows={cards} keyOf={(card) => card.id} />;
}
