'use client';

import { signOut } from '@/auth/browser';
import { AccountMenu } from '@/ui/account-menu';
import { forgetDesk } from './desk/desk-worker';

/** The signed-in menu of the top bar, with sign-out. */
export function SignedInMenu({ name, role }: { name: string; role: string }) {
  return <AccountMenu name={name} role={role} onSignOut={leave} />;
}

async function leave(): Promise<void> {
  await forgetDesk();
  await signOut();
}
