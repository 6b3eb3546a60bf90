import type { WriteTx } from '../../db/transaction';
import { requireFound } from '../../kernel/errors';
import { appendLiveEvent } from '../live/append-live-event';
import type { PackCard } from './model';
import { loadPack } from './pack-queries';

/** Reads a pack anew after it changed, tells the open screens, and returns it. */
export async function announcePack(tx: WriteTx, packId: string): Promise<PackCard> {
  const pack = requireFound(await loadPack(tx, packId), 'pack');
  await appendLiveEvent(tx, 'pack.changed', pack.clientId, { pack });
  return pack;
}
