import type { WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { newId } from '../../kernel/ids';
import { enqueueDelivery } from '../notifications/enqueue-delivery';
import { messageNotice } from './message-notice';
import type { MessageRow } from './queries';
import type { ClientMessageRule } from './rule-queries';

/**
 * One e-mail with all these messages of one client to each contact of its rule, inside a larger write.
 * @returns what the deliveries are about; null where nobody gets one
 */
export async function enqueueMessages(
  tx: WriteTx,
  { clientName, recipients }: ClientMessageRule,
  messages: readonly Pick<MessageRow, 'id' | 'clientId' | 'callId' | 'subject' | 'lines'>[],
): Promise<string | null> {
  const [first] = messages;
  if (first === undefined || recipients.length === 0) return null;
  const id = newId();
  const cause = { id, clientId: first.clientId, cycle: 1, step: 1 };
  await enqueueDelivery(tx, cause, recipients, messageNotice(clientName, messages));
  await wakeEngine(tx);
  return id;
}
