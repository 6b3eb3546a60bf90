import { redirect } from 'next/navigation';
import { currentSession } from '@/auth/current-session';
import { homeFor } from '@/ui/home-for';

export default async function HomePage() {
  const session = await currentSession();
  redirect(session?.actor.role ? homeFor(session.actor.role) : '/login');
}
