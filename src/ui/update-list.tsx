'use client';

import Link from 'next/link';
import { useTRPC } from '@/api/client';
import { updateStates, type UpdateState } from '@/domain/updates/model';
import { EmptyState } from './list-states';
import { PagedList } from './paged-list';
import { UpdateLine } from './update-line';
import { useFilters } from './use-filters';
import { usePages } from './use-pages';

const isState = (text: string | null): text is UpdateState =>
  text !== null && (updateStates as readonly string[]).includes(text);

export type UpdateListProps = {
  /** Where this reader finds escalations. */
  href: string;
  clientId?: string | null;
  isClientNamed?: boolean;
};

/** Callers who wished to be told, the newest first; `?state=` in the address chooses among them. */
export function UpdateList({ href, clientId = null, isClientNamed = false }: UpdateListProps) {
  const api = useTRPC();
  const filters = useFilters('state');
  const state = filters.get('state');
  const input = {
    ...(clientId === null ? {} : { clientId }),
    ...(isState(state) ? { state } : {}),
    limit: 50,
  };
  const list = usePages(api.callerUpdates.list.infiniteQueryKey(input), (page) =>
    api.callerUpdates.list.queryOptions({ ...input, ...page }),
  );
  return (
    <PagedList
      query={list}
      many="callers"
      rowHeight={96}
      empty={
        isState(state) ? (
          <EmptyState title="No caller is in this state.">Choose another one above.</EmptyState>
        ) : (
          <EmptyState title="No caller has asked to be told yet.">
            Operators ask at the end of a call. Who says yes stands here until they know how it ended.
          </EmptyState>
        )
      }
    >
      {(updates) => (
        <ul className="border-t border-line">
          {updates.map((update) => (
            <li key={update.id} className="flex flex-col gap-1 border-b border-line py-3">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-medium">
                  {update.callerName === '' ? 'The caller' : update.callerName}
                </span>
                {isClientNamed ? <span className="text-ink-soft">{update.clientName}</span> : null}
                {update.escalationId ? (
                  <Link
                    href={`${href}/${update.escalationId}`}
                    className="text-accent underline underline-offset-2"
                  >
                    Open the escalation
                  </Link>
                ) : null}
              </p>
              <UpdateLine update={update} zone={update.clientTimeZone} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}
