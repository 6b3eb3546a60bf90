import type { Metadata } from 'next';
import { portalSession } from '../../portal-session';
import { CallbackScreen } from './callback-screen';

export const metadata: Metadata = { title: 'Callback' };

export default async function CallbackPage({ params }: { params: Promise<{ callbackId: string }> }) {
  const { callbackId } = await params;
  const { session } = await portalSession();
  return <CallbackScreen callbackId={callbackId} me={session.actor.id} />;
}
