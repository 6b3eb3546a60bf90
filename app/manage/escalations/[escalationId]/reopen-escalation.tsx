'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, TextArea } from '@/ui/field';
import { formProblems } from '@/ui/form-problems';
import { placeEscalation } from '@/ui/live-lists';

/** It was not over after all: people are told anew, from the first step. Asked once, with the reason. */
export function ReopenEscalation({ escalationId }: { escalationId: string }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const [words, setWords] = useState('');
  const reopen = useMutation(
    api.escalations.reopen.mutationOptions({
      onSuccess: (card) => {
        setIsAsking(false);
        setWords('');
        placeEscalation(queries, api, card);
        void queries.invalidateQueries({ queryKey: api.reviews.pathKey() });
      },
    }),
  );
  const problems = formProblems(reopen.error, ['words']);
  return (
    <>
      <Button icon={<RotateCcw aria-hidden className="size-4" />} onClick={() => setIsAsking(true)}>
        Reopen
      </Button>
      <Dialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title="Begin it again?"
        description="People are told from the first step on, by the client’s policy as it stands now. What they answered before counts no more."
        footer={
          <>
            <Button
              variant="primary"
              size="call"
              isBusy={reopen.isPending}
              onClick={() => reopen.mutate({ escalationId, words })}
            >
              Begin again
            </Button>
            <Button size="call" onClick={() => setIsAsking(false)}>
              Leave it as it is
            </Button>
          </>
        }
      >
        <Field
          label="Why"
          name="words"
          hint="Everybody who reads the timeline sees it, the client too."
          error={problems.of('words')}
          below={
            problems.words ? (
              <p role="alert" className="font-medium text-critical">
                {problems.words}
              </p>
            ) : null
          }
        >
          <TextArea
            rows={2}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Field>
      </Dialog>
    </>
  );
}
