'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Sample } from '@/domain/coaching/model';
import { Button } from '@/ui/button';

/** Puts a call aside of which nothing can be learned; the next draw makes up for it. */
export function DropSample({ sample }: { sample: Sample }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const drop = useMutation(
    api.scores.drop.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.scores.pathKey() }),
    }),
  );
  return (
    <span className="relative flex flex-wrap items-center gap-2">
      <Button
        size="compact"
        isBusy={drop.isPending}
        title="It is not drawn again; the next draw makes up for it."
        aria-label={`Put aside the call of ${sample.operatorName} with ${sample.callerName || 'a caller without a name'}`}
        onClick={() => drop.mutate({ callId: sample.callId })}
      >
        Put aside
      </Button>
      {drop.isError ? (
        <span role="alert" className="text-critical">
          {errorWords(drop.error).words}
        </span>
      ) : null}
    </span>
  );
}
