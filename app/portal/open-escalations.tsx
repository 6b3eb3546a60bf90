'use client';

import Link from 'next/link';
import { errorWords, useTRPC } from '@/api/client';
import { urgencies } from '@/domain/calls/model';
import type { EscalationCard, EscalationState } from '@/domain/escalations/model';
import type { EscalationAction } from '@/ui/escalation-offers';
import { LoadError } from '@/ui/list-states';
import { usePages } from '@/ui/use-pages';
import { EscalationRow } from './escalation-row';

/** More of them would push what is in force out of sight. */
const AT_MOST = 5;

/** Unanswered before acknowledged, then by urgency; a smaller number is worse. */
function rank({ state, urgency }: EscalationCard): number {
  return (state === 'acknowledged' ? urgencies.length : 0) + urgencies.length - urgencies.indexOf(urgency);
}

function useEscalations(state: EscalationState) {
  const api = useTRPC();
  return usePages(api.escalations.list.infiniteQueryKey({ state }), (page) =>
    api.escalations.list.queryOptions({ state, ...page }),
  );
}

/** What waits for an answer or for an end, worst first; nothing is shown when nothing waits. */
export function OpenEscalations({ answers }: { answers: readonly EscalationAction[] }) {
  const unanswered = useEscalations('unanswered');
  const open = useEscalations('open');
  const acknowledged = useEscalations('acknowledged');
  // Who cannot resolve has nothing left to do once somebody acknowledged.
  const queries = [unanswered, open, ...(answers.includes('resolve') ? [acknowledged] : [])];
  const cards = queries
    .flatMap((query) => query.data?.pages.flatMap((page) => page.items) ?? [])
    .sort((one, other) => rank(one) - rank(other));
  const failed = queries.find((query) => query.isError);
  if (cards.length === 0 && !failed) return null;
  return (
    <section aria-labelledby="open-escalations" className="flex flex-col gap-2">
      <h2 id="open-escalations" className="text-base font-semibold">
        Waiting for you
      </h2>
      {failed ? (
        <LoadError
          words={`The open escalations cannot be shown. ${errorWords(failed.error).words}`}
          onRetry={() => void failed.refetch()}
        />
      ) : null}
      <ul className="flex flex-col gap-2">
        {cards.slice(0, AT_MOST).map((card) => (
          <EscalationRow key={card.id} escalation={card} answers={answers} />
        ))}
      </ul>
      {cards.length > AT_MOST ? (
        <p>
          <Link href="/portal/escalations" className="font-medium text-accent underline underline-offset-2">
            {cards.length - AT_MOST} more are waiting
          </Link>
        </p>
      ) : null}
    </section>
  );
}
