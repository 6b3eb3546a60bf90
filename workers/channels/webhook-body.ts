import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import type { EventMessage } from '@/domain/notifications/model';

/** What a program reads of a delivery: type, timestamp and data, as Standard Webhooks recommends. */
export function writeWebhookBody(delivery: ClaimedDelivery, link: string, publicUrl: string): EventMessage {
  const { message, causeId, claimedAt, companions, companionCount } = delivery;
  if ('data' in message) return message;
  const timestamp = claimedAt.toISOString();
  if ('code' in message) {
    const { code, organizationName, clientName, recipientName } = message;
    return { type: 'contact.code', timestamp, data: { code, organizationName, clientName, recipientName } };
  }
  if ('subject' in message) {
    const { subject, lines, path } = message;
    return { type: 'notice', timestamp, data: { subject, lines, url: `${publicUrl}${path}` } };
  }
  if ('words' in message) throw new Error('No program is told what a caller is told.');
  const { clientName, urgency, summary, startedAt, promises = [], organizationName } = message;
  return {
    type: 'escalation.requested',
    timestamp,
    data: {
      escalationId: causeId,
      organization: organizationName,
      client: clientName,
      urgency,
      summary,
      startedAt,
      promises,
      acknowledgeUrl: link,
      // One press of the link answers these too.
      others: companions.map((one) => ({
        client: one.clientName,
        urgency: one.urgency,
        summary: one.summary,
      })),
      othersCount: companionCount,
    },
  };
}
