'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { MessageCard } from '@/domain/messages/model';
import { Button } from '@/ui/button';
import { RecipientWords } from '../recipient-words';

/** Lets go of one message before its time. */
export function ReleaseMessage({ message }: { message: MessageCard }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const { id, clientId } = message;
  const release = useMutation(
    api.messages.release.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.messages.pathKey() }),
    }),
  );
  return (
    <section aria-label="Release" className="flex flex-col gap-2">
      <p className="text-ink-soft">
        <RecipientWords clientId={clientId} />
      </p>
      {release.isError ? (
        <p role="alert" className="font-medium text-critical">
          {errorWords(release.error).words}
        </p>
      ) : null}
      <div>
        <Button
          variant="primary"
          isBusy={release.isPending}
          onClick={() => release.mutate({ clientId, messageIds: [id] })}
        >
          Release it now
        </Button>
      </div>
    </section>
  );
}
