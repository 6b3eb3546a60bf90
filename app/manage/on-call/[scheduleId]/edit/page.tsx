import type { Metadata } from 'next';
import { EditSchedule } from './edit-schedule';

export const metadata: Metadata = { title: 'Edit schedule' };

export default async function EditSchedulePage({ params }: { params: Promise<{ scheduleId: string }> }) {
  const { scheduleId } = await params;
  return <EditSchedule scheduleId={scheduleId} />;
}
