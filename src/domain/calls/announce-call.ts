import type { WriteTx } from '../../db/transaction';
import { requireFound } from '../../kernel/errors';
import { appendLiveEvent } from '../live/append-live-event';
import type { CallCard } from './model';
import { loadCallCard } from './queries';

/** Reads a call anew after it changed, tells the open screens, and returns it. */
export async function announceCall(tx: WriteTx, callId: string): Promise<CallCard> {
  const call = requireFound(await loadCallCard(tx, callId), 'call');
  await appendLiveEvent(tx, 'call.changed', call.clientId, { call });
  return call;
}
