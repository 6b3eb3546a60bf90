import type { Metadata } from 'next';
import { canReadBilling } from '@/domain/reports/policy';
import { PageHeader } from '@/ui/page-header';
import { portalSession } from '../portal-session';
import { OwnReports } from './own-reports';

export const metadata: Metadata = { title: 'Reports' };

export default async function PortalReportsPage() {
  const { session } = await portalSession();
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-6 px-4 py-6">
      <PageHeader
        title="Reports"
        about="How your calls were answered, what was promised to your callers and kept, and how soon escalations were acknowledged: by your own days."
      />
      <OwnReports canReadBill={canReadBilling(session.actor)} />
    </div>
  );
}
