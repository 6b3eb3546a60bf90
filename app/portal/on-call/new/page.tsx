import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { canEditSchedules } from '@/domain/oncall/policy';
import { portalSession } from '../../portal-session';
import { NewSchedule } from './new-schedule';

export const metadata: Metadata = { title: 'New schedule' };

export default async function NewSchedulePage() {
  const { session, clientId } = await portalSession();
  if (!canEditSchedules(session.actor, { clientId })) redirect('/portal/on-call');
  return <NewSchedule clientId={clientId} />;
}
