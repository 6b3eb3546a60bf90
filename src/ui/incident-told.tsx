import { Undo2 } from 'lucide-react';
import type { ToldFigure } from '@/domain/reports/incident-figures';
import { Chip } from './chip';
import { EmptyState } from './list-states';
import { RecordTable, type Column } from './record-table';

const columns: Column<ToldFigure>[] = [
  { title: 'Version', className: 'md:w-20', isNamedOnPhone: true, cell: ({ version }) => version },
  {
    title: 'Statement',
    isWide: true,
    cell: ({ text, isWithdrawn }) => (
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="max-w-[66ch]">“{text}”</span>
        {isWithdrawn ? <Chip tone="high" icon={Undo2} words="Withdrawn since" /> : null}
      </span>
    ),
  },
  {
    title: 'Calls told',
    isNamedOnPhone: true,
    className: 'tabular-nums md:w-28 md:text-right',
    cell: ({ calls }) => calls,
  },
];

/** Which statement of which version how many calls were told. */
export function IncidentTold({ told }: { told: readonly ToldFigure[] }) {
  if (told.length === 0) {
    return (
      <EmptyState title="No caller was told a statement of this briefing yet.">
        When an operator marks a statement as told, it is counted here.
      </EmptyState>
    );
  }
  return (
    <RecordTable
      caption="Statements told by version"
      columns={columns}
      rows={told}
      keyOf={({ version, statementId }) => `${version} ${statementId}`}
    />
  );
}
