import type { Metadata } from 'next';
import { canEditContacts } from '@/domain/contacts/policy';
import { ContactList } from '@/ui/contact-list';
import { DeviceSwitch } from '@/ui/device-switch';
import { PageHeader } from '@/ui/page-header';
import { portalSession } from '../portal-session';
import { OwnCards } from './own-cards';

export const metadata: Metadata = { title: 'Contacts' };

const h2 = 'text-base font-semibold';

export default async function ContactsPage() {
  const { session, clientId } = await portalSession();
  const { organizationName } = session;
  const canEdit = canEditContacts(session.actor, { clientId });
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-8 px-4 py-6">
      <PageHeader
        title="Contacts"
        about={`Whom ${organizationName} tells when something cannot wait, how, and when not.`}
      />
      <section aria-labelledby="own" className="flex flex-col gap-3">
        <h2 id="own" className={h2}>
          How you are told
        </h2>
        <OwnCards canEdit={canEdit} />
      </section>
      <section aria-labelledby="devices" className="flex flex-col gap-3 border-t border-line pt-5">
        <h2 id="devices" className={h2}>
          Notifications on this device
        </h2>
        <DeviceSwitch />
      </section>
      {canEdit ? (
        <section aria-labelledby="all" className="flex flex-col gap-3 border-t border-line pt-5">
          <h2 id="all" className={h2}>
            Everybody who can be told
          </h2>
          <ContactList clientId={clientId} />
        </section>
      ) : null}
    </div>
  );
}
