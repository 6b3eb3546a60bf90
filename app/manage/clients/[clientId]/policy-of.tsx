'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { Urgency } from '@/domain/calls/model';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { PolicyForm } from './policy-form';
import type { TargetChoice } from './policy-step';
import { urgencyNames } from './policy-urgencies';

export type PolicyOfProps = {
  clientId: string;
  /** null: for all urgencies without one of their own. */
  urgency: Urgency | null;
  choices: readonly TargetChoice[];
  zone: string;
};

/** The policy of one urgency, or the general one: as it is, or that there is none of its own. */
export function PolicyOf({ clientId, urgency, choices, zone }: PolicyOfProps) {
  const api = useTRPC();
  const general = useQuery(api.policies.get.queryOptions({ clientId }));
  const own = useQuery(
    api.policies.get.queryOptions(urgency === null ? { clientId } : { clientId, urgency }),
  );
  const [isBegun, setIsBegun] = useState(false);
  const failed = [own, general].find((query) => query.isError && query.data === undefined);
  if (failed) {
    return (
      <LoadError
        words={`The policy cannot be shown. ${errorWords(failed.error).words}`}
        onRetry={() => void failed.refetch()}
      />
    );
  }
  if (own.data === undefined || general.data === undefined) {
    return <LoadingRows rows={4} height={56} label="The policy is being loaded." />;
  }
  if (urgency !== null && own.data === null && !isBegun) {
    return (
      <EmptyState
        title={`${urgencyNames[urgency]} follows the policy for all urgencies.`}
        action={
          <Button onClick={() => setIsBegun(true)}>
            Give {urgencyNames[urgency].toLowerCase()} a policy of its own
          </Button>
        }
      />
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {urgency === null && own.data === null ? (
        <EmptyState title="No policy of its own yet.">
          Until one is saved, all account managers of your service are told, every 5 minutes.
        </EmptyState>
      ) : null}
      {urgency !== null && own.data === null ? (
        <p className="text-ink-soft">
          Begins as a copy of the policy for all urgencies. Until it is saved, that one holds.{' '}
          <Button variant="quiet" size="compact" onClick={() => setIsBegun(false)}>
            Leave it at that
          </Button>
        </p>
      ) : null}
      {urgency !== null && own.data !== null ? (
        <RemoveOwn clientId={clientId} urgency={urgency} onRemoved={() => setIsBegun(false)} />
      ) : null}
      <PolicyForm
        clientId={clientId}
        urgency={urgency}
        policy={own.data ?? (urgency === null ? null : general.data)}
        isSaved={own.data !== null}
        choices={choices}
        zone={zone}
      />
    </div>
  );
}

type RemoveOwnProps = { clientId: string; urgency: Urgency; onRemoved: () => void };

function RemoveOwn({ clientId, urgency, onRemoved }: RemoveOwnProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const clear = useMutation(
    api.policies.clear.mutationOptions({
      onSuccess: () => {
        queries.setQueryData(api.policies.get.queryKey({ clientId, urgency }), null);
        void queries.invalidateQueries({ queryKey: api.escalations.preview.pathKey() });
        setIsAsking(false);
        onRemoved();
      },
    }),
  );
  const name = urgencyNames[urgency].toLowerCase();
  return (
    <div>
      <Button onClick={() => setIsAsking(true)}>Remove the policy for {name}</Button>
      {isAsking ? (
        <ConfirmDialog
          title={`Remove the policy for ${name}?`}
          confirmWords="Remove it"
          stayWords="Keep it"
          isDangerous
          isBusy={clear.isPending}
          problem={clear.isError ? errorWords(clear.error).words : null}
          onConfirm={() => clear.mutate({ clientId, urgency })}
          onClose={() => setIsAsking(false)}
        >
          <p>
            From then on it follows the policy for all urgencies. Escalations that already run keep the policy
            they began with.
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
