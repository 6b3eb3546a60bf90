'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import type { ContactMethod } from '@/domain/contacts/model';
import type { DeliveryState, SentCode } from '@/domain/notifications/model';
import { MINUTE, SECOND } from '@/kernel/duration';
import { Button } from './button';
import { ChannelAddress } from './channel-address';
import { channelWords } from './channel-words';
import { Dialog } from './dialog';
import { Field, TextInput } from './field';
import { FormFoot } from './form-foot';
import { formProblems } from './form-problems';
import { useNow } from './now';

export type VerifyMethodProps = { name: string; method: ContactMethod; onClose: () => void };

/** What was sent before says nothing about now. */
const CODE_LIFE = 15 * MINUTE;

const waits: readonly DeliveryState[] = ['pending', 'sending', 'failed_temporary'];

/** What became of the code, told as it becomes known. */
function CodeWords({ code }: { code: SentCode | null }) {
  if (code === null) return null;
  const { state, failure } = code;
  if (state === 'failed_permanent') return <p className="text-critical">It could not be sent. {failure}</p>;
  if (state === 'failed_temporary') {
    return <p className="text-high">It could not be sent yet, and is tried again. {failure}</p>;
  }
  if (state === 'pending' || state === 'sending') return <p className="text-ink-soft">It is being sent.</p>;
  return <p className="text-ink-soft">It was sent. It is good for 15 minutes.</p>;
}

/** Proves that somebody reads an address: six digits are sent there, and typed in here. */
export function VerifyMethod({ name, method, onClose }: VerifyMethodProps) {
  const api = useTRPC();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const { id: methodId, channel, address } = method;
  const sent = useQuery(
    api.contacts.code.queryOptions(
      { methodId },
      {
        // Only while it is on its way: there is no event for it.
        refetchInterval: ({ state: { data } }) => (data && waits.includes(data.state) ? 2 * SECOND : false),
      },
    ),
  );
  const send = useMutation(
    api.contacts.sendCode.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.contacts.code.queryKey({ methodId }) }),
    }),
  );
  const verify = useMutation(
    api.contacts.verify.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.contacts.pathKey() });
        onClose();
      },
    }),
  );
  const problems = formProblems(verify.error, ['code']);
  const now = useNow();
  const newest = sent.data ?? null;
  const isGood = newest !== null && now !== null && now.getTime() - newest.createdAt.getTime() < CODE_LIFE;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Verify ${channelWords[channel]} of ${name}`}
      description="Six digits go there; whoever reads them tells you, and you type them here."
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-3">
          <p className="min-w-0 flex-1">
            <ChannelAddress channel={channel} address={address} />
          </p>
          <Button
            variant={isGood ? 'secondary' : 'primary'}
            isBusy={send.isPending}
            onClick={() => send.mutate({ methodId })}
          >
            {isGood ? 'Send a new code' : 'Send a code'}
          </Button>
        </div>
        <div role="status">
          {send.isError ? (
            <p className="font-medium text-critical">{errorWords(send.error).words}</p>
          ) : (
            <CodeWords code={isGood ? newest : null} />
          )}
        </div>
        <form
          noValidate
          className="flex flex-col gap-4 max-sm:[&_input]:text-base"
          onSubmit={(event) => {
            event.preventDefault();
            verify.mutate({ methodId, code: typed });
          }}
        >
          <Field label="Code" error={problems.of('code')} className="w-40">
            <TextInput
              value={typed}
              onChange={({ target }) => setTyped(target.value.replaceAll(/\D/g, '').slice(0, 6))}
              inputMode="numeric"
              autoComplete="one-time-code"
              className="text-lg tracking-widest tabular-nums"
            />
          </Field>
          <FormFoot submitWords="Verify" isBusy={verify.isPending} problem={problems.words} />
        </form>
      </div>
    </Dialog>
  );
}
