import type { Metadata } from 'next';
import { EscalationScreen } from '@/ui/escalation-screen';
import { portalSession } from '../../portal-session';

export const metadata: Metadata = { title: 'Escalation' };

export default async function EscalationPage({ params }: { params: Promise<{ escalationId: string }> }) {
  const { escalationId } = await params;
  const { answers } = await portalSession();
  return <EscalationScreen escalationId={escalationId} backHref="/portal/escalations" allowed={answers} />;
}
