import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import { isEscalationMessage, isNoticeMessage } from '@/domain/notifications/message-kind';

/** What the service worker (src/http/desk-worker-program.mjs) shows on a device. */
export type PushPayload = { title: string; body: string; path: string; tag: string };

/** Enough to know whether to get up; the rest is behind the sign-in. */
const MOST_SUMMARY_CHARACTERS = 240;
const MOST_TITLE_CHARACTERS = 120;

/**
 * What travels to a device, at most 3 KB as JSON: who, how urgent, the first words; of the caller nothing but what the
 * summary says. null: nothing that a device is told of.
 */
export function writePushPayload(delivery: ClaimedDelivery): PushPayload | null {
  const { causeId, companionCount } = delivery;
  if (isNoticeMessage(delivery)) {
    const { subject, lines, path } = delivery.message;
    return {
      title: cut(subject, MOST_TITLE_CHARACTERS),
      body: shortWords(lines[0] ?? ''),
      path,
      tag: causeId,
    };
  }
  if (!isEscalationMessage(delivery)) return null;
  const { clientName, organizationName, urgency, summary } = delivery.message;
  const title = cut(`${clientName ?? organizationName}: ${urgency}`, MOST_TITLE_CHARACTERS);
  const body = shortWords(summary);
  if (companionCount === 0) return { title, body, path: `/portal/escalations/${causeId}`, tag: causeId };
  const more = `And ${companionCount} more ${companionCount === 1 ? 'escalation' : 'escalations'}.`;
  return { title, body: `${body}\n${more}`, path: '/portal/escalations', tag: causeId };
}

function shortWords(text: string): string {
  return cut(text.replaceAll(/\s+/g, ' ').trim(), MOST_SUMMARY_CHARACTERS);
}

/** By characters as people count them, so that none is torn. */
function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
