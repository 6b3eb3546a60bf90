import { GraduationCap, Headset, UserRound } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { ApiProvider } from '@/api/client';
import { currentSession } from '@/auth/current-session';
import { AppShell, type NavItem } from '@/ui/app-shell';
import { InboxBell } from '@/ui/inbox-bell';
import { manageNav } from '../manage/manage-nav';
import { portalNav } from '../portal/portal-nav';
import { SignedInMenu } from '../signed-in-menu';
import { OwnCoachingCount } from './own-coaching-count';

export const metadata: Metadata = { title: 'Account' };

const operatorNav: readonly NavItem[] = [
  { href: '/desk', label: 'Desk', icon: <Headset aria-hidden className="size-5" /> },
  {
    href: '/account/coaching',
    label: 'Coaching',
    icon: <GraduationCap aria-hidden className="size-5" />,
    badge: <OwnCoachingCount />,
  },
  { href: '/account', label: 'Account', icon: <UserRound aria-hidden className="size-5" /> },
];

function navFor(role: string, isOfClient: boolean): readonly NavItem[] {
  if (isOfClient) return portalNav(role === 'client_admin', role === 'client_admin' || role === 'author');
  return role === 'operator' ? operatorNav : manageNav(role === 'admin');
}

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  if (!session?.actor.role) redirect('/login');
  const { name, role, clientId } = session.actor;
  return (
    <ApiProvider>
      <AppShell
        organizationName={session.organizationName}
        clientName={session.clientName}
        nav={navFor(role, clientId !== null)}
        {...(clientId === null ? {} : { bell: <InboxBell /> })}
        accountMenu={<SignedInMenu name={name} role={role} />}
      >
        {children}
      </AppShell>
    </ApiProvider>
  );
}
