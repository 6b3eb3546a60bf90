import type { EventType } from '@/domain/notifications/model';

export const eventWords: Record<EventType, { label: string; hint: string }> = {
  'escalation.started': { label: 'Started', hint: 'Somebody is being told.' },
  'escalation.acknowledged': { label: 'Acknowledged', hint: 'Somebody has it.' },
  'escalation.declined': { label: 'Declined', hint: 'Somebody cannot take it; the next is being told.' },
  'escalation.reopened': { label: 'Reopened', hint: 'It was acknowledged, but not resolved in time.' },
  'escalation.unanswered': { label: 'No answer', hint: 'Everybody was told and nobody answered.' },
  'escalation.resolved': { label: 'Resolved', hint: 'It is done.' },
  'escalation.cancelled': { label: 'Cancelled', hint: 'It was called off.' },
};
