import type { Metadata } from 'next';
import { PromiseScreen } from '@/ui/promise-screen';
import { staffSession } from '../../staff-session';

export const metadata: Metadata = { title: 'Promise' };

export default async function PromisePage({ params }: { params: Promise<{ promiseId: string }> }) {
  const { promiseId } = await params;
  const { session } = await staffSession();
  const { id, role } = session.actor;
  return (
    <PromiseScreen
      promiseId={promiseId}
      href="/manage/promises"
      callsHref="/manage/calls"
      reader={{ id, role }}
    />
  );
}
