import type { Metadata } from 'next';
import { ToldScreen } from '@/ui/told-screen';

export const metadata: Metadata = { title: 'Who was told what' };

export default async function ToldPage({ params }: { params: Promise<{ briefingId: string }> }) {
  const { briefingId } = await params;
  return <ToldScreen briefingId={briefingId} briefingsHref="/portal/briefings" />;
}
