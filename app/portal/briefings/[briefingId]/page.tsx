import type { Metadata } from 'next';
import { portalSession } from '../../portal-session';
import { BriefingScreen } from './briefing-screen';

export const metadata: Metadata = { title: 'Briefing' };

export default async function BriefingPage({ params }: { params: Promise<{ briefingId: string }> }) {
  const { briefingId } = await params;
  const { session, canWrite } = await portalSession();
  return (
    <BriefingScreen
      briefingId={briefingId}
      author={session.actor}
      canWrite={canWrite}
      organizationName={session.organizationName}
    />
  );
}
