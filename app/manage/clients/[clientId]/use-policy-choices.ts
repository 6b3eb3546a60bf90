import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { usePages } from '@/ui/use-pages';
import type { TargetChoice } from './policy-step';

type PolicyChoices = {
  /** Everybody whom a step can tell; null: not known yet. */
  choices: TargetChoice[] | null;
  /** The client's clocks. */
  zone: string | null;
  problem: string | null;
  retry: () => void;
};

/** A list that must be known whole: whoever is missing from it would count as removed. */
function useWhole<List extends { hasNextPage: boolean; isFetching: boolean; fetchNextPage: () => unknown }>(
  list: List,
): List {
  const more = useEffectEvent(() => void list.fetchNextPage());
  const isMore = list.hasNextPage && !list.isFetching;
  useEffect(() => {
    if (isMore) more();
  }, [isMore]);
  return list;
}

export function usePolicyChoices(clientId: string): PolicyChoices {
  const api = useTRPC();
  const client = useQuery(api.clients.get.queryOptions({ clientId }));
  const members = useQuery(api.members.list.queryOptions());
  const contacts = useWhole(
    usePages(api.contacts.list.infiniteQueryKey({ clientId, limit: 100 }), (page) =>
      api.contacts.list.queryOptions({ clientId, limit: 100, ...page }),
    ),
  );
  const schedules = useWhole(
    usePages(api.schedules.list.infiniteQueryKey({ clientId, limit: 100 }), (page) =>
      api.schedules.list.queryOptions({ clientId, limit: 100, ...page }),
    ),
  );
  const failed = [client, members, contacts, schedules].find((query) => query.isError);
  const zone = client.data?.timeZone ?? null;
  if (failed) {
    return {
      choices: null,
      zone,
      problem: errorWords(failed.error).words,
      retry: () => void failed.refetch(),
    };
  }
  const isWhole = !contacts.hasNextPage && !schedules.hasNextPage;
  const isKnown = isWhole && contacts.data && schedules.data && members.data;
  return {
    choices: isKnown
      ? [
          ...schedules.data.pages
            .flatMap((page) => page.items)
            .map(({ id, name }) => ({
              value: `schedule ${id}`,
              name,
              hint: 'Whoever is on call then',
            })),
          ...contacts.data.pages
            .flatMap((page) => page.items)
            .map(({ id, name, title }) => ({ value: `contact ${id}`, name, hint: title || 'Contact' })),
          { value: 'everyone', name: 'Everyone', hint: 'All contacts of this client' },
          { value: 'account_manager', name: 'All account managers', hint: 'Of your service' },
          ...members.data
            .filter(({ role, isDisabled }) => role === 'account_manager' && !isDisabled)
            .map(({ id, name }) => ({ value: `account_manager ${id}`, name, hint: 'Account manager' })),
        ]
      : null,
    zone,
    problem: null,
    retry: () => undefined,
  };
}
