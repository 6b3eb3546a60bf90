import type { Metadata } from 'next';
import { AccountScreen } from '@/ui/account-screen';

export const metadata: Metadata = { title: 'Digest' };

export default function AccountPage() {
  return <AccountScreen base="/portal" />;
}
