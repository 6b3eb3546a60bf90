import type { Metadata } from 'next';
import { staffSession } from '../../staff-session';
import { ClientScreen } from './client-screen';

export const metadata: Metadata = { title: 'Client' };

export default async function ClientPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { clientId } = await params;
  const { session } = await staffSession();
  return (
    <ClientScreen
      clientId={clientId}
      organizationName={session.organizationName}
      readerName={session.actor.name}
    />
  );
}
