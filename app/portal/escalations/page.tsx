import type { Metadata } from 'next';
import { PageHeader } from '@/ui/page-header';
import { portalSession } from '../portal-session';
import { EscalationList } from './escalation-list';

export const metadata: Metadata = { title: 'Escalations' };

export default async function EscalationsPage() {
  const { answers } = await portalSession();
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-6">
      <PageHeader
        title="Escalations"
        about="Calls about which somebody of your company had to be told at once. Acknowledging stops further messages."
      />
      <EscalationList answers={answers} />
    </div>
  );
}
