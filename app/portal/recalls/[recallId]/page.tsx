import type { Metadata } from 'next';
import { RecallScreen } from '@/ui/recall-screen';

export const metadata: Metadata = { title: 'Recall' };

export default async function RecallPage({ params }: { params: Promise<{ recallId: string }> }) {
  const { recallId } = await params;
  return <RecallScreen recallId={recallId} backHref="/portal/recalls" briefingsHref="/portal/briefings" />;
}
