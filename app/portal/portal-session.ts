import { redirect } from 'next/navigation';
import { currentSession, type Session } from '@/auth/current-session';
import { allowedActions, type EscalationAction } from '@/ui/escalation-offers';
import { homeFor } from '@/ui/home-for';

export type PortalSession = {
  session: Session;
  clientId: string;
  clientName: string;
  /** Whether this person writes briefings. */
  canWrite: boolean;
  /** What this person may do about an escalation of the company. */
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
    answers: allowedActions(session.actor, { clientId }),
  };
}
