'use client';

import { useQuery } from '@tanstack/react-query';
import { errorWords, useTRPC } from '@/api/client';
import type { Contact } from '@/domain/contacts/model';
import { ContactMethods } from '@/ui/contact-methods';
import { EmptyState, LoadError, LoadingRows } from '@/ui/list-states';
import { OnCallFeed } from '@/ui/on-call-feed';
import { OwnHours } from './own-hours';

function Card({ contact, canEdit }: { contact: Contact; canEdit: boolean }) {
  const { id, name, title } = contact;
  return (
    <li className="flex flex-col gap-4 rounded-md border border-line p-4">
      <div className="flex flex-col gap-2">
        <p>
          <span className="font-medium">{name}</span>
          {title ? <span className="text-ink-soft"> {title}</span> : null}
        </p>
        <ContactMethods contact={contact} canVerify canEdit={canEdit} />
        {canEdit ? null : (
          <p className="text-[13px] text-ink-soft">
            Is an address wrong, or one missing? Your company’s client admin changes them.
          </p>
        )}
      </div>
      <OwnHours contact={contact} />
      <div className="flex flex-col gap-2 border-t border-line pt-4">
        <h3 className="font-medium">Your shifts in your own calendar</h3>
        <OnCallFeed choices={[{ id, name, title }]} />
      </div>
    </li>
  );
}

/** As whom the signed-in person is told: their ways, their hours, their calendar. */
export function OwnCards({ canEdit }: { canEdit: boolean }) {
  const api = useTRPC();
  const query = useQuery(api.contacts.own.queryOptions());
  if (query.isPending) return <LoadingRows rows={2} height={72} label="Your card is being loaded." />;
  if (query.isError) {
    return (
      <LoadError
        words={`Your card cannot be shown. ${errorWords(query.error).words}`}
        onRetry={() => void query.refetch()}
      />
    );
  }
  if (query.data.length === 0) {
    return (
      <EmptyState title="Nobody is told by way of you.">
        {canEdit
          ? 'Open a contact below and choose yourself as who signs in as them: then you see your ways and hours here.'
          : 'If you should be told when something cannot wait, ask your company’s client admin to link a contact to you.'}
      </EmptyState>
    );
  }
  return (
    <ul className="flex flex-col gap-4">
      {query.data.map((contact) => (
        <Card key={contact.id} contact={contact} canEdit={canEdit} />
      ))}
    </ul>
  );
}
