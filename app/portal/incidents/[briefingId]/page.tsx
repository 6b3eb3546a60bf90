import type { Metadata } from 'next';
import { IncidentScreen } from '@/ui/incident-screen';

export const metadata: Metadata = { title: 'Incident' };

export default async function IncidentPage({ params }: { params: Promise<{ briefingId: string }> }) {
  const { briefingId } = await params;
  return (
    <IncidentScreen
      briefingId={briefingId}
      briefingsHref="/portal/briefings"
      callsHref="/portal/calls"
      toldHref={`/portal/told/${briefingId}`}
    />
  );
}
