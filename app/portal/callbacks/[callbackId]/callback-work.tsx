'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Phone as PhoneIcon } from 'lucide-react';
import { useState } from 'react';
import { v7 } from 'uuid';
import { errorWords, useTRPC } from '@/api/client';
import type { Callback, TryOutcome } from '@/domain/promises/model';
import { Button } from '@/ui/button';
import { CallbackHandOverSheet } from '@/ui/callback-hand-over';
import { Field, TextArea } from '@/ui/field';
import { OutcomeButtons } from '@/ui/outcome-buttons';

/** Taking a callback, calling, saying what came of it, and handing it over. */
export function CallbackWork({ callback, me }: { callback: Callback; me: string }) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  // Made before the first attempt, so that a retry after a lost answer records no second try.
  const [tryId, setTryId] = useState(() => v7());
  const [isHandingOver, setIsHandingOver] = useState(false);
  const { id: callbackId, claimedById, claimedByName, assignedToId, assignedToName } = callback;

  const readAgain = () => {
    void queries.invalidateQueries({ queryKey: api.callbacks.pathKey() });
  };
  const claim = useMutation(api.callbacks.claim.mutationOptions({ onSettled: readAgain }));
  const release = useMutation(api.callbacks.release.mutationOptions({ onSettled: readAgain }));
  const record = useMutation(
    api.callbacks.recordTry.mutationOptions({
      onSuccess: () => {
        setNote('');
        setTryId(v7());
      },
      onSettled: readAgain,
    }),
  );
  if (callback.owner !== 'client') {
    return <p className="font-medium text-ink-soft">Your answering service makes this call.</p>;
  }
  const isMine = claimedById === me;
  const isOthers = claimedById !== null && !isMine;
  const error = claim.error ?? release.error ?? record.error;
  const say = (outcome: TryOutcome) => record.mutate({ callbackId, outcome, note: note.trim(), tryId });
  return (
    <section aria-label="Your call" className="flex flex-col gap-3 border-t border-line pt-4">
      <p role="status" className="font-medium">
        {isMine
          ? 'It is with you: nobody else calls for a quarter of an hour.'
          : isOthers
            ? `${claimedByName ?? 'A colleague'} is calling.`
            : assignedToName !== null && assignedToId !== me
              ? `It is ${assignedToName}’s turn. You can take it all the same.`
              : 'Take it before you call, so that no colleague calls as well.'}
      </p>
      {error ? (
        <p role="alert" className="font-medium text-critical">
          {errorWords(error).words}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {isMine ? (
          <Button size="call" isBusy={release.isPending} onClick={() => release.mutate({ callbackId })}>
            Give it back
          </Button>
        ) : (
          <Button
            size="call"
            variant="primary"
            icon={<PhoneIcon aria-hidden className="size-4" />}
            isBusy={claim.isPending}
            aria-disabled={isOthers || undefined}
            onClick={() => {
              if (!isOthers) claim.mutate({ callbackId });
            }}
          >
            I call now
          </Button>
        )}
        <Button size="call" onClick={() => setIsHandingOver(true)}>
          Hand over
        </Button>
      </div>
      {isMine ? (
        <>
          <Field
            label="Note"
            name="callback.note"
            isOptional
            hint="Write it before you choose how it went; choosing saves both."
          >
            <TextArea
              rows={2}
              value={note}
              maxLength={2_000}
              onChange={({ target }) => setNote(target.value)}
            />
          </Field>
          <OutcomeButtons
            isMine
            isWaiting={callback.isAwaitingApproval && callback.sayNow === null}
            isBusy={record.isPending}
            onOutcome={say}
          />
        </>
      ) : null}
      <CallbackHandOverSheet
        callback={callback}
        me={me}
        isOpen={isHandingOver}
        onOpenChange={setIsHandingOver}
        onHanded={() => {
          setIsHandingOver(false);
          readAgain();
        }}
      />
    </section>
  );
}
