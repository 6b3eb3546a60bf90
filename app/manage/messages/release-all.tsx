'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { RecipientWords } from './recipient-words';

/** Lets go of everything that is held for one client or waits for its digest: the client has rung to check in. */
export function ReleaseAll({ clientId }: { clientId: string }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const [done, setDone] = useState('');
  const release = useMutation(
    api.messages.release.mutationOptions({
      onSuccess: ({ released }) => {
        setIsAsking(false);
        setDone(released === 1 ? '1 message released.' : `${released} messages released.`);
        void queries.invalidateQueries({ queryKey: api.messages.pathKey() });
      },
    }),
  );
  return (
    <>
      <span role="status" className="text-fine">
        {done}
      </span>
      <Button onClick={() => setIsAsking(true)}>Release all that is held</Button>
      {isAsking ? (
        <ConfirmDialog
          title="Release all messages of this client?"
          confirmWords="Release them all"
          isBusy={release.isPending}
          problem={release.isError ? errorWords(release.error).words : null}
          onConfirm={() => release.mutate({ clientId })}
          onClose={() => setIsAsking(false)}
        >
          <p>Everything that is held, or waits for the next digest. What is under review stays.</p>
          <p>
            <RecipientWords clientId={clientId} />
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
