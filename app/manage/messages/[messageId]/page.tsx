import type { Metadata } from 'next';
import { staffSession } from '../../staff-session';
import { ManagedMessage } from './managed-message';

export const metadata: Metadata = { title: 'Message' };

export default async function MessagePage({ params }: { params: Promise<{ messageId: string }> }) {
  const { messageId } = await params;
  const { session } = await staffSession();
  return <ManagedMessage key={messageId} messageId={messageId} reader={session.actor} />;
}
