import type { Metadata } from 'next';
import { ClientMessage } from './client-message';

export const metadata: Metadata = { title: 'Message' };

export default async function MessagePage({ params }: { params: Promise<{ messageId: string }> }) {
  const { messageId } = await params;
  return <ClientMessage messageId={messageId} />;
}
