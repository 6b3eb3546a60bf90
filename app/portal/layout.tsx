import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ApiProvider } from '@/api/client';
import { AppShell } from '@/ui/app-shell';
import { InboxBell } from '@/ui/inbox-bell';
import { LiveUpdates } from '@/ui/live-updates';
import { SignedInMenu } from '../signed-in-menu';
import { portalNav } from './portal-nav';
import { portalSession } from './portal-session';

export const metadata: Metadata = { title: { default: 'Portal', template: '%s · Calmline' } };

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { session, clientName, canWrite } = await portalSession();
  const { name, role } = session.actor;
  return (
    <ApiProvider>
      <LiveUpdates>
        <AppShell
          organizationName={session.organizationName}
          clientName={clientName}
          nav={portalNav(role === 'client_admin', canWrite)}
          bell={<InboxBell />}
          accountMenu={<SignedInMenu name={name} role={role ?? ''} />}
        >
          {children}
        </AppShell>
      </LiveUpdates>
    </ApiProvider>
  );
}
