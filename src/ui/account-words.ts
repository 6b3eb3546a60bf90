import type { Urgency } from '@/domain/calls/model';
import type { Subscription } from '@/domain/reports/account-content';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** 1 is Monday. */
export function weekdayWords(weekday: number): string {
  return weekdays[weekday - 1] ?? '';
}

/** "Every day at 18:00", "Every Friday at 18:00". */
export function cadenceWords({ cadence, weekday, time }: Subscription): string {
  return `Every ${cadence === 'daily' || weekday === null ? 'day' : weekdayWords(weekday)} at ${time}`;
}

/** Which calls are told one by one. */
export const leastUrgencyWords: Record<Urgency, string> = {
  routine: 'All calls',
  urgent: 'Urgent calls and emergencies',
  emergency: 'Emergencies',
};
