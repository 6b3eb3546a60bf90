import type { Metadata } from 'next';
import { ScheduleReview } from './schedule-review';

export const metadata: Metadata = { title: 'On-call schedule' };

export default async function SchedulePage({ params }: { params: Promise<{ scheduleId: string }> }) {
  const { scheduleId } = await params;
  return <ScheduleReview scheduleId={scheduleId} />;
}
