import type { Metadata } from 'next';
import { staffSession } from '../../staff-session';
import { ApprovalScreen } from './approval-screen';

export const metadata: Metadata = { title: 'Approval' };

export default async function ApprovalPage({ params }: { params: Promise<{ briefingId: string }> }) {
  const { briefingId } = await params;
  const { session } = await staffSession();
  return <ApprovalScreen key={briefingId} briefingId={briefingId} reader={session.actor} />;
}
