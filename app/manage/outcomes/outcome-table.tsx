import { fewestToSay, type OutcomeGroup, type OutcomeGrouping } from '@/domain/reports/model';
import { RecordTable, type Column } from '@/ui/record-table';
import { MoodCell } from './mood-cell';
import { durationWords, groupingWords } from './outcome-words';
import { ShareCell } from './share-cell';

function Durations({ medianSeconds, p90Seconds, timed }: OutcomeGroup) {
  if (medianSeconds === null || p90Seconds === null) return <span className="text-ink-soft">none ended</span>;
  if (timed < fewestToSay) return <span className="text-ink-soft">{timed} ended, too few to say</span>;
  return (
    <div className="text-[13px] whitespace-nowrap tabular-nums">
      <p>half within {durationWords(medianSeconds)}</p>
      <p className="text-ink-soft">9 in 10 within {durationWords(p90Seconds)}</p>
    </div>
  );
}

function Promises({ promises: { given, kept, broken, open } }: OutcomeGroup) {
  if (given === 0) return <span className="text-ink-soft">none given</span>;
  const parts = [
    kept > 0 ? `${kept} kept` : null,
    broken > 0 ? `${broken} broken` : null,
    open > 0 ? `${open} open` : null,
  ].filter((part) => part !== null);
  return (
    <div className="text-[13px] tabular-nums">
      <p>{given} given</p>
      <p className="text-ink-soft">{parts.join(', ')}</p>
    </div>
  );
}

const figures: readonly Column<OutcomeGroup>[] = [
  { title: 'Calls', cell: (group) => group.calls, className: 'tabular-nums', isNamedOnPhone: true },
  { title: 'Mood', cell: (group) => <MoodCell {...group} />, isWide: true },
  { title: 'Calmed', cell: (group) => <ShareCell share={group.calmed} />, isNamedOnPhone: true },
  { title: 'Rang again', cell: (group) => <ShareCell share={group.rangAgain} />, isNamedOnPhone: true },
  { title: 'Abuse', cell: (group) => <ShareCell share={group.abusive} />, isNamedOnPhone: true },
  { title: 'Duration', cell: (group) => <Durations {...group} />, isNamedOnPhone: true },
  { title: 'Promises', cell: (group) => <Promises {...group} />, isNamedOnPhone: true },
];

/** Side by side and by name: it ranks nobody. */
export function OutcomeTable({ groups, by }: { groups: readonly OutcomeGroup[]; by: OutcomeGrouping }) {
  const name: Column<OutcomeGroup> = {
    title: groupingWords[by],
    cell: (group) => <span className="font-medium">{group.name}</span>,
    className: 'md:max-w-56 max-md:basis-full',
  };
  return (
    <div className="md:overflow-x-auto">
      <RecordTable
        caption={`Outcomes by ${groupingWords[by].toLowerCase()}`}
        columns={[name, ...figures]}
        rows={groups}
        keyOf={(group) => group.key ?? ''}
      />
    </div>
  );
}
