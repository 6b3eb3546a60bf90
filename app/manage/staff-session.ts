import { redirect } from 'next/navigation';
import { currentSession, type Session } from '@/auth/current-session';
import { homeFor } from '@/ui/home-for';

export type StaffSession = { session: Session; isAdmin: boolean };

/** The signed-in account manager or admin; anybody else is led to where they belong. */
export async function staffSession(): Promise<StaffSession> {
  const session = await currentSession();
  if (!session?.actor.role) redirect('/login');
  const { role } = session.actor;
  if (role !== 'account_manager' && role !== 'admin') redirect(homeFor(role));
  return { session, isAdmin: role === 'admin' };
}

/** Like staffSession, for screens that only an admin may use. */
export async function adminSession(): Promise<StaffSession> {
  const staff = await staffSession();
  if (!staff.isAdmin) redirect('/manage');
  return staff;
}
