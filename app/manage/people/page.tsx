import type { Metadata } from 'next';
import { staffSession } from '../staff-session';
import { PeopleList } from './people-list';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const { session, isAdmin } = await staffSession();
  return <PeopleList isAdmin={isAdmin} ownId={session.actor.id} />;
}
