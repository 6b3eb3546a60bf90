'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords, useTRPC } from '@/api/client';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { CopyText } from './copy-text';
import { Field, Select } from './field';
import type { OnCallChoice } from './on-call-choices';

type Shown = { contactId: string; url: string };

export type OnCallFeedProps = {
  /** Whose address this reader may have; one alone is the reader's own. */
  choices: readonly OnCallChoice[];
};

/** The address under which a calendar program shows one person's shifts. */
export function OnCallFeed({ choices }: OnCallFeedProps) {
  const api = useTRPC();
  const [chosen, setChosen] = useState('');
  const [shown, setShown] = useState<Shown | null>(null);
  const [isRenewing, setIsRenewing] = useState(false);
  const show = ({ url }: { url: string }, { contactId }: { contactId: string }) => {
    setShown({ contactId, url });
    setIsRenewing(false);
  };
  const feed = useMutation(api.onCall.feed.mutationOptions({ onSuccess: show }));
  const renew = useMutation(api.onCall.renewFeed.mutationOptions({ onSuccess: show }));
  const own = choices.length === 1 ? choices[0] : undefined;
  const contactId = own?.id ?? chosen;
  const url = shown?.contactId === contactId ? shown.url : null;
  const name = choices.find(({ id }) => id === contactId)?.name ?? '';
  return (
    <div className="flex flex-col gap-3">
      {own ? null : (
        <Field label="Whose shifts" className="max-w-80">
          <Select value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">Choose somebody</option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {url === null ? (
        <div>
          <Button
            isBusy={feed.isPending}
            disabled={contactId === ''}
            onClick={() => feed.mutate({ contactId })}
          >
            Show the address
          </Button>
        </div>
      ) : (
        <div className="flex flex-col gap-2">
          <code
            aria-label={`Calendar address of ${name}`}
            className="rounded bg-sunken px-2 py-1.5 font-mono break-all select-all"
          >
            {url}
          </code>
          <p className="max-w-[66ch] text-ink-soft">
            Paste it where your calendar program subscribes to a calendar by its address. Whoever has it sees
            these shifts without signing in.
          </p>
          <div className="flex flex-wrap items-center gap-2">
            <CopyText text={url} words="Copy address" />
            <Button variant="quiet" onClick={() => setIsRenewing(true)}>
              Make a new address
            </Button>
          </div>
        </div>
      )}
      {feed.isError ? (
        <p role="alert" className="font-medium text-critical">
          {errorWords(feed.error).words}
        </p>
      ) : null}
      {isRenewing ? (
        <ConfirmDialog
          title="Make a new address?"
          confirmWords="Make a new address"
          stayWords="Keep this one"
          isDangerous
          isBusy={renew.isPending}
          problem={renew.isError ? errorWords(renew.error).words : null}
          onConfirm={() => renew.mutate({ contactId })}
          onClose={() => setIsRenewing(false)}
        >
          <p>
            The present address shows nothing from then on: every calendar that uses it has to be given the
            new one.
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
