import type { Metadata } from 'next';
import { BriefingBoard } from './briefing-board';
import { OpenEscalations } from './open-escalations';
import { portalSession } from './portal-session';

export const metadata: Metadata = { title: 'Briefings' };

export default async function PortalPage() {
  const { clientId, canWrite, answers, session } = await portalSession();
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 px-4 py-6">
      <BriefingBoard clientId={clientId} canWrite={canWrite} organizationName={session.organizationName}>
        <OpenEscalations answers={answers} />
      </BriefingBoard>
    </div>
  );
}
