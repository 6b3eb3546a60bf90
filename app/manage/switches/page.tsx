import type { Metadata } from 'next';
import { adminSession } from '../staff-session';
import { SwitchList } from './switch-list';

export const metadata: Metadata = { title: 'Switches' };

export default async function SwitchesPage() {
  await adminSession();
  return <SwitchList />;
}
