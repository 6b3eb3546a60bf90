import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { portalSession } from '../../portal-session';
import { NewBriefing } from './new-briefing';

export const metadata: Metadata = { title: 'New briefing' };

export default async function NewBriefingPage() {
  const { clientId, canWrite } = await portalSession();
  if (!canWrite) redirect('/portal/briefings');
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6 px-4 py-6">
      <NewBriefing clientId={clientId} />
    </div>
  );
}
