'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import type { Contact } from '@/domain/contacts/model';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/list-states';
import { PagedList } from '@/ui/paged-list';
import { Phone } from '@/ui/phone';
import { usePages } from '@/ui/use-pages';
import { channelWords } from './channel-words';
import { ContactDialog } from './contact-dialog';
import { RemoveContact } from './remove-contact';

type Open = { kind: 'add' } | { kind: 'edit' | 'remove'; contact: Contact } | null;

function Methods({ contact }: { contact: Contact }) {
  if (contact.methods.length === 0) {
    return <p className="font-medium text-high">Cannot be reached: no method yet.</p>;
  }
  return (
    <ol className="text-ink-soft">
      {contact.methods.map((method) => (
        <li key={method.id}>
          {channelWords[method.channel]}:{' '}
          {method.channel === 'email' ? method.address : <Phone number={method.address} isLink />}
          {method.channel === 'email' ? null : ' (not sent: this channel is not configured)'}
        </li>
      ))}
    </ol>
  );
}

/** The people of the client who can be told. */
export function ContactSection({ clientId }: { clientId: string }) {
  const api = useTRPC();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const list = usePages(api.contacts.list.infiniteQueryKey({ clientId }), (page) =>
    api.contacts.list.queryOptions({ clientId, ...page }),
  );
  return (
    <div className="flex flex-col gap-3">
      <PagedList
        query={list}
        many="contacts"
        rowHeight={56}
        empty={
          <EmptyState title="No contact yet.">
            Until one is added and named in the policy, escalations go to your account managers.
          </EmptyState>
        }
      >
        {(contacts) => (
          <ul className="border-t border-line">
            {contacts.map((contact) => (
              <li
                key={contact.id}
                className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-2"
              >
                <div className="min-w-0 flex-1 basis-64">
                  <p>
                    <span className="font-medium">{contact.name}</span>
                    {contact.title ? <span className="text-ink-soft"> {contact.title}</span> : null}
                  </p>
                  <Methods contact={contact} />
                </div>
                <div className="flex gap-1">
                  <Button
                    variant="quiet"
                    aria-label={`Edit ${contact.name}`}
                    onClick={() => setOpen({ kind: 'edit', contact })}
                  >
                    Edit
                  </Button>
                  <Button
                    variant="quiet"
                    aria-label={`Remove ${contact.name}`}
                    onClick={() => setOpen({ kind: 'remove', contact })}
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
          Add contact
        </Button>
      </div>
      {open?.kind === 'add' ? <ContactDialog clientId={clientId} onClose={close} /> : null}
      {open?.kind === 'edit' ? (
        <ContactDialog clientId={clientId} contact={open.contact} onClose={close} />
      ) : null}
      {open?.kind === 'remove' ? <RemoveContact contact={open.contact} onClose={close} /> : null}
    </div>
  );
}
