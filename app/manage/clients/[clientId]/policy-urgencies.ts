import type { Urgency } from '@/domain/calls/model';

export const urgencyNames: Record<Urgency, string> = {
  routine: 'Routine',
  urgent: 'Urgent',
  emergency: 'Emergency',
};
