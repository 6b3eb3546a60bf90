import type { Metadata } from 'next';
import { PromiseScreen } from '@/ui/promise-screen';
import { portalSession } from '../../portal-session';

export const metadata: Metadata = { title: 'Promise' };

export default async function PromisePage({ params }: { params: Promise<{ promiseId: string }> }) {
  const { promiseId } = await params;
  const { session } = await portalSession();
  const { id, role } = session.actor;
  return (
    <PromiseScreen
      promiseId={promiseId}
      href="/portal/promises"
      callsHref="/portal/calls"
      reader={{ id, role }}
    />
  );
}
