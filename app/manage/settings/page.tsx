import type { Metadata } from 'next';
import { adminSession } from '../staff-session';
import { ServiceRulesScreen } from './service-rules-screen';

export const metadata: Metadata = { title: 'Service rules' };

export default async function SettingsPage() {
  await adminSession();
  return <ServiceRulesScreen />;
}
