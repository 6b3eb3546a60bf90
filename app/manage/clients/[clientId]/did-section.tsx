'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import type { Client } from '@/domain/clients/model';
import type { Did } from '@/domain/numbers/model';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { Phone } from '@/ui/phone';
import { usePages } from '@/ui/use-pages';
import { DidDialog } from './did-dialog';
import { RemoveDid } from './remove-did';

type Open = { kind: 'add' } | { kind: 'edit' | 'remove'; did: Did } | null;

/** The client's numbers with the phrase spoken on each. */
export function DidSection({ client }: { client: Client }) {
  const api = useTRPC();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const input = { clientId: client.id };
  const list = usePages(api.dids.list.infiniteQueryKey(input), (page) =>
    api.dids.list.queryOptions({ ...input, ...page }),
  );
  return (
    <div className="flex flex-col gap-3">
      <PagedList
        query={list}
        many="numbers"
        empty={
          <EmptyState title="No number yet.">
            Until one is added, calls for this client ring as “Unrecognised number”.
          </EmptyState>
        }
      >
        {(dids) => (
          <ul className="border-t border-line">
            {dids.map((did) => (
              <li
                key={did.id}
                className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-2"
              >
                <div className="min-w-0 flex-1 basis-64">
                  <p>
                    <span className="font-medium">
                      <Phone number={did.number} />
                    </span>
                    {did.label ? <span className="text-ink-soft"> {did.label}</span> : null}
                  </p>
                  <p className="text-ink-soft">
                    {did.answerPhrase ? `“${did.answerPhrase}”` : 'Answered with the client’s greeting'}
                  </p>
                </div>
                <div className="flex gap-1">
                  <Button
                    variant="quiet"
                    aria-label={`Edit ${did.number}`}
                    onClick={() => setOpen({ kind: 'edit', did })}
                  >
                    Edit
                  </Button>
                  <Button
                    variant="quiet"
                    aria-label={`Remove ${did.number}`}
                    onClick={() => setOpen({ kind: 'remove', did })}
                  >
                    Remove
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </PagedList>
      <div>
        <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpen({ kind: 'add' })}>
          Add number
        </Button>
      </div>
      {open?.kind === 'add' ? <DidDialog client={client} onClose={close} /> : null}
      {open?.kind === 'edit' ? <DidDialog client={client} did={open.did} onClose={close} /> : null}
      {open?.kind === 'remove' ? <RemoveDid client={client} did={open.did} onClose={close} /> : null}
    </div>
  );
}
