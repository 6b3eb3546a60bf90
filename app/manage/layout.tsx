import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ApiProvider } from '@/api/client';
import { AppShell } from '@/ui/app-shell';
import { LiveUpdates } from '@/ui/live-updates';
import { SignedInMenu } from '../signed-in-menu';
import { manageNav } from './manage-nav';
import { staffSession } from './staff-session';

export const metadata: Metadata = { title: { default: 'Manage', template: '%s · Calmline' } };

export default async function ManageLayout({ children }: { children: ReactNode }) {
  const { session, isAdmin } = await staffSession();
  const { name, role } = session.actor;
  return (
    <ApiProvider>
      <LiveUpdates>
        <AppShell
          organizationName={session.organizationName}
          nav={manageNav(isAdmin)}
          accountMenu={<SignedInMenu name={name} role={role ?? ''} />}
        >
          {children}
        </AppShell>
      </LiveUpdates>
    </ApiProvider>
  );
}
