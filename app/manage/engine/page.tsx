import type { Metadata } from 'next';
import { staffSession } from '../staff-session';
import { EngineScreen } from './engine-screen';

export const metadata: Metadata = { title: 'Delivery' };

export default async function EnginePage() {
  await staffSession();
  return <EngineScreen />;
}
