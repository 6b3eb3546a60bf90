import type { WriteTx } from '../../db/transaction';
import { requireFound } from '../../kernel/errors';
import { appendLiveEvent } from '../live/append-live-event';
import type { CallerUpdate } from './model';
import { loadUpdateCard } from './update-queries';

/** Reads what a caller agreed to anew after it changed, tells the open screens, and returns it. */
export async function announceUpdate(tx: WriteTx, id: string): Promise<CallerUpdate> {
  const update = requireFound(await loadUpdateCard(tx, id), 'caller update');
  const { clientId, callId } = update;
  await appendLiveEvent(tx, 'callerUpdate.changed', clientId, { callId, clientId });
  return update;
}
