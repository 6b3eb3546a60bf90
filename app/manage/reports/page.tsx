import type { Metadata } from 'next';
import { ManageReports } from './manage-reports';

export const metadata: Metadata = { title: 'Reports' };

export default function ReportsPage() {
  return <ManageReports />;
}
