import type { Metadata } from 'next';
import { OverflowCard } from '@/ui/overflow-card';
import { SurgeList } from '@/ui/surge-list';
import { BriefingBoard } from './briefing-board';
import { OpenEscalations } from './open-escalations';
import { OpenQuestions } from './open-questions';
import { portalSession } from './portal-session';

export const metadata: Metadata = { title: 'Briefings' };

export default async function PortalPage() {
  const { clientId, canWrite, answers, session } = await portalSession();
  const { organizationName } = session;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 px-4 py-6">
      <BriefingBoard clientId={clientId} canWrite={canWrite} organizationName={organizationName}>
        <OpenEscalations answers={answers} />
        {canWrite ? <SurgeList briefingsHref="/portal/briefings" isClientNamed={false} canAct /> : null}
        <div className="grid gap-8 md:grid-cols-2">
          <OverflowCard
            clientId={clientId}
            clientName={null}
            organizationName={organizationName}
            canSwitch={canWrite}
          />
          {canWrite ? <OpenQuestions /> : null}
        </div>
      </BriefingBoard>
    </div>
  );
}
