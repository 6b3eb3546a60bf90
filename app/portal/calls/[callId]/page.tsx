import type { Metadata } from 'next';
import { CallLogScreen } from './call-log-screen';

export const metadata: Metadata = { title: 'Call' };

export default async function CallPage({ params }: { params: Promise<{ callId: string }> }) {
  const { callId } = await params;
  return <CallLogScreen callId={callId} />;
}
