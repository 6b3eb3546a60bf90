'use client';

import type { WallOperator } from '@/domain/reports/model';
import { EmptyState } from '@/ui/list-states';
import { PresenceChip } from '@/ui/presence-chip';
import { statusWords, type DeskStatusKind } from '@/ui/presence-words';
import { Elapsed } from '@/ui/time';

const kinds: readonly DeskStatusKind[] = ['available', 'on_call', 'wrap_up', 'break', 'preparing'];

/** Who does what, and since when; those who could take a call first. */
export function WallOperators({ operators }: { operators: readonly WallOperator[] }) {
  return (
    <section aria-label="At their desks">
      <h2 className="mb-2 text-lg font-semibold">At their desks</h2>
      <ul className="mb-3 flex flex-wrap gap-x-6 gap-y-1 text-base">
        {kinds.map((kind) => (
          <li key={kind}>
            <span className="text-2xl font-semibold tabular-nums">
              {operators.filter(({ state }) => state === kind).length}
            </span>{' '}
            {statusWords[kind].toLowerCase()}
          </li>
        ))}
      </ul>
      {operators.length === 0 ? (
        <EmptyState title="Nobody is at a desk right now.">
          Whoever opens the desk appears here within seconds.
        </EmptyState>
      ) : (
        <ul className="grid gap-x-6 border-t border-line md:grid-cols-2 xl:grid-cols-3">
          {kinds
            .flatMap((kind) => operators.filter(({ state }) => state === kind))
            .map((operator) => (
              <li
                key={operator.membershipId}
                className="flex min-h-11 items-center gap-3 border-b border-line py-1 text-base"
              >
                <span className="min-w-0 flex-1 truncate font-medium">{operator.name}</span>
                <PresenceChip kind={operator.state} reason={operator.reason} />
                <span className="w-16 text-right text-ink-soft">
                  {operator.since ? <Elapsed since={operator.since} /> : null}
                </span>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}
