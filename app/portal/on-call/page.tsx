import type { Metadata } from 'next';
import { canEditSchedules } from '@/domain/oncall/policy';
import { portalSession } from '../portal-session';
import { OnCallBoard } from './on-call-board';

export const metadata: Metadata = { title: 'On-call' };

export default async function OnCallPage() {
  const { session, clientId } = await portalSession();
  return (
    <OnCallBoard
      clientId={clientId}
      memberId={session.actor.id}
      canEdit={canEditSchedules(session.actor, { clientId })}
    />
  );
}
