import type { Metadata } from 'next';
import { BriefingReading } from './briefing-reading';

export const metadata: Metadata = { title: 'Briefing' };

export default async function BriefingPage({ params }: { params: Promise<{ briefingId: string }> }) {
  const { briefingId } = await params;
  return <BriefingReading briefingId={briefingId} />;
}
