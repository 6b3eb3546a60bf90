'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/api/client';
import type { Contact } from '@/domain/contacts/model';
import { Button } from './button';
import { ContactEditor } from './contact-editor';
import { ContactMethods } from './contact-methods';
import { EmptyState } from './list-states';
import { PagedList } from './paged-list';
import { RemoveContact } from './remove-contact';
import { usePages } from './use-pages';

type Open = { kind: 'add' } | { kind: 'edit' | 'remove'; contact: Contact } | null;

/** "Quiet from 22:00 to 07:00 (Europe/Lisbon)"; null: nothing of their own. */
function hoursWords({ quietHours, timeZone }: Contact): string | null {
  const zone = timeZone ?? 'the client’s time';
  if (quietHours === null) return timeZone;
  return `Quiet from ${quietHours.from} to ${quietHours.to} (${zone}), for what is routine`;
}

type RowProps = { contact: Contact; onOpen: (open: Open) => void };

function ContactRow({ contact, onOpen }: RowProps) {
  const hours = hoursWords(contact);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1.5">
        <p>
          <span className="font-medium">{contact.name}</span>
          {contact.title ? <span className="text-ink-soft"> {contact.title}</span> : null}
        </p>
        <ContactMethods contact={contact} canVerify canEdit />
        {hours ? <p className="text-[13px] text-ink-soft">{hours}</p> : null}
      </div>
      <div className="flex gap-1">
        <Button
          variant="quiet"
          aria-label={`Edit ${contact.name}`}
          onClick={() => onOpen({ kind: 'edit', contact })}
        >
          Edit
        </Button>
        <Button
          variant="quiet"
          aria-label={`Remove ${contact.name}`}
          onClick={() => onOpen({ kind: 'remove', contact })}
        >
          Remove
        </Button>
      </div>
    </li>
  );
}

/** The people of a client who can be told, for whoever keeps them in order. */
export function ContactList({ clientId }: { clientId: string }) {
  const api = useTRPC();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const list = usePages(api.contacts.list.infiniteQueryKey({ clientId }), (page) =>
    api.contacts.list.queryOptions({ clientId, ...page }),
  );
  const others = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="flex flex-col gap-3">
      <PagedList
        query={list}
        many="contacts"
        rowHeight={72}
        empty={
          <EmptyState title="No contact yet.">
            Until one is added and named in the policy, escalations go to the account managers of the
            answering service.
          </EmptyState>
        }
      >
        {(contacts) => (
          <ul className="border-t border-line">
            {contacts.map((contact) => (
              <ContactRow key={contact.id} contact={contact} onOpen={setOpen} />
            ))}
          </ul>
        )}
      </PagedList>
      <div>
        <Button icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpen({ kind: 'add' })}>
          Add contact
        </Button>
      </div>
      {open?.kind === 'add' ? <ContactEditor clientId={clientId} onClose={close} /> : null}
      {open?.kind === 'edit' ? (
        <ContactEditor clientId={clientId} contact={open.contact} onClose={close} />
      ) : null}
      {open?.kind === 'remove' ? (
        <RemoveContact
          contact={open.contact}
          others={others.filter(({ id }) => id !== open.contact.id)}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
