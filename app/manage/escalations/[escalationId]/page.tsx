import type { Metadata } from 'next';
import { EscalationScreen } from '@/ui/escalation-screen';

export const metadata: Metadata = { title: 'Escalation' };

export default async function EscalationPage({ params }: { params: Promise<{ escalationId: string }> }) {
  const { escalationId } = await params;
  return (
    <EscalationScreen
      escalationId={escalationId}
      backHref="/manage"
      callsHref="/manage/calls"
      allowed={['acknowledge', 'resolve', 'cancel']}
    />
  );
}
