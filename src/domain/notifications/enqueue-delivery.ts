import type { WriteTx } from '../../db/transaction';
import { newId } from '../../kernel/ids';
import type { Channel, DeliveryCause, EscalationMessage, NoticeMessage } from './model';
import { deliveries } from './tables';

export type Recipient = { methodId: string; name: string; channel: Channel; address: string };

/**
 * One message to each recipient, due at once, inside a larger write. A recipient who was enqueued for the same
 * cause, cycle and step before is left alone.
 */
export async function enqueueDelivery(
  tx: WriteTx,
  cause: { id: string; clientId: string | null; cycle: number; step: number },
  recipients: readonly Recipient[],
  message: EscalationMessage | NoticeMessage,
): Promise<void> {
  if (recipients.length === 0) return;
  await tx.db
    .insert(deliveries)
    .values(
      recipients.map((recipient) => ({
        organizationId: tx.actor.organizationId,
        id: newId(),
        clientId: cause.clientId,
        cause: causeOf(message),
        causeId: cause.id,
        cycle: cause.cycle,
        step: cause.step,
        methodId: recipient.methodId,
        recipientName: recipient.name,
        channel: recipient.channel,
        address: recipient.address,
        message,
        state: 'pending' as const,
        attempts: 0,
        nextAttemptAt: tx.now,
        createdAt: tx.now,
      })),
    )
    .onConflictDoNothing();
}

function causeOf(message: EscalationMessage | NoticeMessage): DeliveryCause {
  return 'subject' in message ? 'notice' : 'escalation';
}
