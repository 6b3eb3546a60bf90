'use client';

import { signOut } from '@/auth/browser';
import { AccountMenu } from '@/ui/account-menu';

/** The signed-in menu of the top bar, with sign-out. */
export function SignedInMenu({ name, role }: { name: string; role: string }) {
  return <AccountMenu name={name} role={role} onSignOut={signOut} />;
}
