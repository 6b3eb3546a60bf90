import type { Metadata } from 'next';
import { portalSession } from '../../../portal-session';
import { PrintScreen } from './print-screen';

export const metadata: Metadata = { title: 'Print briefing' };

export default async function PrintPage({ params }: { params: Promise<{ briefingId: string }> }) {
  const { briefingId } = await params;
  await portalSession();
  return <PrintScreen briefingId={briefingId} />;
}
