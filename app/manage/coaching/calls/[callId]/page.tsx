import type { Metadata } from 'next';
import { staffSession } from '../../../staff-session';
import { ScoringScreen } from './scoring-screen';

export const metadata: Metadata = { title: 'Score a call' };

export default async function ScoringPage({ params }: { params: Promise<{ callId: string }> }) {
  const { callId } = await params;
  const { session } = await staffSession();
  return <ScoringScreen key={callId} callId={callId} reader={session.actor} />;
}
