import type { Metadata } from 'next';
import { canSetSubscription } from '@/domain/reports/policy';
import { portalSession } from '../portal-session';
import { DigestBoard } from './digest-board';

export const metadata: Metadata = { title: 'Digests' };

export default async function DigestsPage() {
  const { session, clientId } = await portalSession();
  return (
    <DigestBoard
      clientId={clientId}
      organizationName={session.organizationName}
      canChooseOthers={canSetSubscription(session.actor, { clientId, isOwn: false })}
    />
  );
}
