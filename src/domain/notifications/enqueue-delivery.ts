import type { WriteTx } from '../../db/transaction';
import { newId } from '../../kernel/ids';
import type { Channel, DeliveryMessage, WaitReason } from './model';
import { causeOfMessage, priorityOfMessage } from './message-kind';
import { deliveries } from './tables';

/**
 * `methodId`: the contact method, membership or endpoint; `recipientId`: the contact, or the same membership; null: no
 * person. `sendAt`: not before; unless told, at once. `waitsFor`: why not at once, for people to see.
 */
export type Recipient = {
  methodId: string;
  recipientId: string | null;
  name: string;
  channel: Channel;
  address: string;
  sendAt?: Date | undefined;
  waitsFor?: WaitReason | null | undefined;
};

/**
 * One message to each recipient, inside a larger write. A recipient who was enqueued for the same cause, cycle and step
 * before is left alone.
 * @param priority 0 emergency, 1 urgent, 2 routine, 3 a notice or an event; unless told, what the message says
 */
export async function enqueueDelivery(
  tx: WriteTx,
  cause: { id: string; clientId: string | null; cycle: number; step: number },
  recipients: readonly Recipient[],
  message: DeliveryMessage,
  priority: number = priorityOfMessage(message),
): Promise<void> {
  if (recipients.length === 0) return;
  await tx.db
    .insert(deliveries)
    .values(
      recipients.map((recipient) => ({
        organizationId: tx.actor.organizationId,
        id: newId(),
        clientId: cause.clientId,
        cause: causeOfMessage(message),
        causeId: cause.id,
        cycle: cause.cycle,
        step: cause.step,
        methodId: recipient.methodId,
        recipientId: recipient.recipientId,
        recipientName: recipient.name,
        channel: recipient.channel,
        address: recipient.address,
        message,
        state: 'pending' as const,
        attempts: 0,
        nextAttemptAt: recipient.sendAt ?? tx.now,
        waitsFor: recipient.waitsFor ?? null,
        priority,
        createdAt: tx.now,
      })),
    )
    .onConflictDoNothing();
}
