import type { Metadata } from 'next';
import { OverflowCard } from '@/ui/overflow-card';
import { SurgeList } from '@/ui/surge-list';
import { BriefingBoard } from '../briefing-board';
import { portalSession } from '../portal-session';

export const metadata: Metadata = { title: 'Briefings' };

export default async function BriefingsPage() {
  const { clientId, canWrite, session } = await portalSession();
  const { organizationName } = session;
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 px-4 py-6">
      <BriefingBoard clientId={clientId} canWrite={canWrite} organizationName={organizationName}>
        {canWrite ? <SurgeList briefingsHref="/portal/briefings" isClientNamed={false} canAct /> : null}
        <OverflowCard
          clientId={clientId}
          clientName={null}
          organizationName={organizationName}
          canSwitch={canWrite}
        />
      </BriefingBoard>
    </div>
  );
}
