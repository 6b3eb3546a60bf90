import type { Metadata } from 'next';
import { CallScreen } from './call-screen';

export const metadata: Metadata = { title: 'Call' };

export default async function CallPage({ params }: { params: Promise<{ callId: string }> }) {
  const { callId } = await params;
  return <CallScreen callId={callId} />;
}
