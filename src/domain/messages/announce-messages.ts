import type { WriteTx } from '../../db/transaction';
import { appendLiveEvent } from '../live/append-live-event';
import type { MessageCard } from './model';
import { forClient, forClients, loadMessages } from './queries';

/**
 * Reads messages anew after they changed, tells the open screens, and returns them. What is under review or withheld is
 * told to the staff alone.
 */
export async function announceMessages(tx: WriteTx, ids: readonly string[]): Promise<MessageCard[]> {
  const cards = await loadMessages(tx, ids);
  for (const message of cards) {
    const clientId = forClients.includes(message.state) ? message.clientId : null;
    await appendLiveEvent(tx, 'message.changed', clientId, { message: forClient(message) });
  }
  return cards;
}
