import type { Metadata } from 'next';
import { allowedActions } from '@/ui/escalation-offers';
import { staffSession } from '../../staff-session';
import { ManagedEscalation } from './managed-escalation';

export const metadata: Metadata = { title: 'Escalation' };

export default async function EscalationPage({ params }: { params: Promise<{ escalationId: string }> }) {
  const { escalationId } = await params;
  const { session } = await staffSession();
  return (
    <ManagedEscalation
      escalationId={escalationId}
      allowed={allowedActions(session.actor, { clientId: null })}
    />
  );
}
