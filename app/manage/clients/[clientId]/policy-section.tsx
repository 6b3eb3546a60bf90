'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { usePages } from '@/ui/use-pages';
import { PolicyForm } from './policy-form';
import type { TargetChoice } from './policy-step';

/** Loads what the policy editor needs: the policy, and everybody who could be told. */
export function PolicySection({ clientId }: { clientId: string }) {
  const api = useTRPC();
  const policy = useQuery(api.policies.get.queryOptions({ clientId }));
  const contacts = usePages(api.contacts.list.infiniteQueryKey({ clientId }), (page) =>
    api.contacts.list.queryOptions({ clientId, ...page }),
  );
  const members = useQuery(api.members.list.queryOptions());
  const failed = [policy, contacts, members].find((query) => query.isError && query.data === undefined);
  if (failed) {
    return (
      <LoadError
        words={`The policy cannot be shown. ${errorWords(failed.error).words}`}
        onRetry={() => void failed.refetch()}
      />
    );
  }
  if (policy.data === undefined || !contacts.data || !members.data) {
    return <LoadingRows rows={4} height={56} label="The policy is being loaded." />;
  }
  const choices: TargetChoice[] = [
    ...contacts.data.pages
      .flatMap((page) => page.items)
      .map(({ id, name, title }) => ({ value: `contact ${id}`, name, hint: title || 'Contact' })),
    { value: 'account_manager', name: 'All account managers', hint: 'Of your service' },
    ...members.data
      .filter(({ role, isDisabled }) => role === 'account_manager' && !isDisabled)
      .map(({ id, name }) => ({ value: `account_manager ${id}`, name, hint: 'Account manager' })),
  ];
  return (
    <div className="flex flex-col gap-3">
      {policy.data === null ? (
        <EmptyState title="No policy of its own yet.">
          Until one is saved, all account managers of your service are told, every 5 minutes.
        </EmptyState>
      ) : null}
      <PolicyForm clientId={clientId} policy={policy.data} choices={choices} />
    </div>
  );
}
