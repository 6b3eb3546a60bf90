import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { canEditSchedules } from '@/domain/oncall/policy';
import { portalSession } from '../../../portal-session';
import { EditSchedule } from './edit-schedule';

export const metadata: Metadata = { title: 'Edit schedule' };

export default async function EditSchedulePage({ params }: { params: Promise<{ scheduleId: string }> }) {
  const { scheduleId } = await params;
  const { session, clientId } = await portalSession();
  if (!canEditSchedules(session.actor, { clientId })) redirect('/portal/on-call');
  return <EditSchedule scheduleId={scheduleId} />;
}
