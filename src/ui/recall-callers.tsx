'use client';

import { PhoneOff, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTRPC } from '@/api/client';
import type { Recall, RecallCaller } from '@/domain/recalls/model';
import { Chip } from './chip';
import { EmptyState } from './list-states';
import { PagedList } from './paged-list';
import { Phone } from './phone';
import { RecordTable, type Column } from './record-table';
import { PromiseStateChip } from './state-chip';
import { Time } from './time';
import { usePages } from './use-pages';

export type RecallCallersProps = {
  recall: Recall;
  zone: string | null;
  /** Where calls are shown to this reader; without it they are not linked. */
  callsHref?: string | undefined;
};

const keyOf = ({ phone, lastCallId }: RecallCaller) => phone ?? lastCallId;

function LateMark() {
  return <Chip tone="high" icon={TriangleAlert} words="Told after withdrawal" />;
}

function columnsFor({ zone, callsHref }: RecallCallersProps): Column<RecallCaller>[] {
  return [
    {
      title: 'Caller',
      isWide: true,
      className: 'md:min-w-48',
      cell: ({ name, phone, lastCallId }) => (
        <>
          <span className="font-medium">
            {callsHref ? (
              <Link
                href={`${callsHref}/${lastCallId}`}
                className="text-accent underline-offset-2 hover:underline"
              >
                {name || 'Name not known'}
              </Link>
            ) : (
              name || 'Name not known'
            )}
          </span>{' '}
          {phone ? <Phone number={phone} isLink /> : null}
        </>
      ),
    },
    {
      title: 'Called back',
      cell: ({ state, tries }) => (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          {state ? <PromiseStateChip state={state} /> : null}
          {tries > 0 ? (
            <span className="text-ink-soft">{tries === 1 ? 'tried once' : `tried ${tries} times`}</span>
          ) : null}
        </span>
      ),
    },
    {
      title: 'Told',
      isWide: true,
      cell: ({ toldAt, toldByName, calls, isAfterWithdrawal }) => (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span>
            <Time at={toldAt} zone={zone} /> by {toldByName}
            {calls > 1 ? `, in ${calls} calls` : ''}
          </span>
          {isAfterWithdrawal ? <LateMark /> : null}
        </span>
      ),
    },
  ];
}

function WithoutNumber({
  callers,
  total,
  zone,
}: {
  callers: RecallCaller[];
  total: number;
  zone: string | null;
}) {
  if (total === 0) return null;
  return (
    <section aria-labelledby="without-number" className="flex flex-col gap-2 rounded-md bg-sunken p-3">
      <h3 id="without-number" className="flex items-start gap-2 font-semibold">
        <PhoneOff aria-hidden className="mt-0.5 size-4 shrink-0" />
        Nobody can call these back ({total})
      </h3>
      <p className="max-w-[66ch] text-ink-soft">
        They withheld their number and left none. If you know who they are, tell them yourself.
      </p>
      <ul className="flex flex-col">
        {callers.map((caller) => (
          <li key={keyOf(caller)} className="flex flex-wrap items-center gap-x-2 border-t border-line py-1.5">
            <span className="font-medium">{caller.name || 'Name not known'}</span>
            <span className="text-ink-soft">
              told <Time at={caller.toldAt} zone={zone} /> by {caller.toldByName}
            </span>
            {caller.isAfterWithdrawal ? <LateMark /> : null}
          </li>
        ))}
      </ul>
      {callers.length < total ? <p className="text-ink-soft">The others follow with “Load more”.</p> : null}
    </section>
  );
}

/** Everybody who was told the withdrawn statement, and what became of the call back. */
export function RecallCallers(props: RecallCallersProps) {
  const { recall, zone } = props;
  const api = useTRPC();
  const input = { recallId: recall.id, limit: 100 };
  const list = usePages(api.recalls.callers.infiniteQueryKey(input), (page) =>
    api.recalls.callers.queryOptions({ ...input, ...page }),
  );
  return (
    <PagedList
      query={list}
      many="callers"
      empty={
        <EmptyState title="No caller was told this statement.">Nobody has to be called back.</EmptyState>
      }
    >
      {(callers) => {
        const reachable = callers.filter(({ phone }) => phone !== null);
        return (
          <div className="flex flex-col gap-4">
            <WithoutNumber
              callers={callers.filter(({ phone }) => phone === null)}
              total={recall.withoutNumber}
              zone={zone}
            />
            {reachable.length > 0 ? (
              <RecordTable
                caption="Callers who were told"
                columns={columnsFor(props)}
                rows={reachable}
                keyOf={keyOf}
              />
            ) : null}
          </div>
        );
      }}
    </PagedList>
  );
}
