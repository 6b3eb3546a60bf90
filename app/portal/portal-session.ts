import { redirect } from 'next/navigation';
import { currentSession, type Session } from '@/auth/current-session';
import type { EscalationAction } from '@/ui/escalation-actions';
import { homeFor } from '@/ui/home-for';

export type PortalSession = {
  session: Session;
  clientId: string;
  clientName: string;
  /** Whether this person writes briefings. */
  canWrite: boolean;
  answers: readonly EscalationAction[];
};

/** The signed-in person of a client company; anybody else is led to where they belong. */
export async function portalSession(): Promise<PortalSession> {
  const session = await currentSession();
  if (!session?.actor.role) redirect('/login');
  const { role, clientId } = session.actor;
  if (clientId === null) redirect(homeFor(role));
  return {
    session,
    clientId,
    clientName: session.clientName ?? '',
    canWrite: role === 'author' || role === 'client_admin',
    answers: role === 'author' ? ['acknowledge', 'decline'] : ['acknowledge', 'decline', 'resolve'],
  };
}
