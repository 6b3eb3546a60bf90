import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageHeader } from '@/ui/page-header';
import { portalSession } from '../portal-session';
import { OpenActions } from './open-actions';

export const metadata: Metadata = { title: 'To mend' };

export default async function ActionsPage() {
  const { canWrite } = await portalSession();
  if (!canWrite) redirect('/portal');
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <PageHeader
        title="To mend"
        about="What your answering service found when it looked through escalations: numbers that are wrong, a briefing that was unclear."
      />
      <OpenActions />
    </div>
  );
}
