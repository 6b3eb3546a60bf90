import type { WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { enqueueDelivery } from './enqueue-delivery';
import type { NoticeMessage } from './model';

/**
 * A word by e-mail to people who sign in, inside a larger write. Whoever had one for the same cause, cycle and step
 * is left alone.
 */
export async function notifyMembers(
  tx: WriteTx,
  cause: { id: string; clientId: string | null; cycle: number; step: number },
  members: readonly { id: string; name: string; email: string }[],
  message: NoticeMessage,
): Promise<void> {
  if (members.length === 0) return;
  const recipients = members.map(({ id, name, email }) => ({
    methodId: id,
    recipientId: id,
    name,
    channel: 'email' as const,
    address: email,
  }));
  await enqueueDelivery(tx, cause, recipients, message);
  await wakeEngine(tx);
}
