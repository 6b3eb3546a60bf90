import type { Metadata } from 'next';
import { allowedActions } from '@/ui/escalation-offers';
import { EscalationScreen } from '@/ui/escalation-screen';
import { staffSession } from '../../staff-session';

export const metadata: Metadata = { title: 'Escalation' };

export default async function EscalationPage({ params }: { params: Promise<{ escalationId: string }> }) {
  const { escalationId } = await params;
  const { session } = await staffSession();
  return (
    <EscalationScreen
      escalationId={escalationId}
      backHref="/manage"
      callsHref="/manage/calls"
      allowed={allowedActions(session.actor, { clientId: null })}
    />
  );
}
