'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { errorWords, useTRPC } from '@/api/client';
import type { MessageCard } from '@/domain/messages/model';
import { Button } from '@/ui/button';

/** "We have read them": exactly those that are on the screen, so that one which comes meanwhile stays to be read. */
export function CheckIn({ messages }: { messages: readonly MessageCard[] }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const release = useMutation(
    api.messages.release.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.messages.pathKey() }),
    }),
  );
  const [first] = messages;
  if (first === undefined) return null;
  const count = messages.length;
  return (
    <div className="mt-4 flex flex-col items-start gap-2">
      {release.isError ? (
        <p role="alert" className="font-medium text-critical">
          {errorWords(release.error).words}
        </p>
      ) : null}
      <Button
        variant="primary"
        size="call"
        icon={<CheckCheck aria-hidden className="size-4" />}
        isBusy={release.isPending}
        onClick={() => release.mutate({ clientId: first.clientId, messageIds: messages.map(({ id }) => id) })}
      >
        {count === 1 ? 'We have read it' : `We have read these ${count}`}
      </Button>
    </div>
  );
}
