import type { WriteTx } from '../../db/transaction';
import { requireRow } from '../../kernel/errors';
import { appendLiveEvent } from '../live/append-live-event';
import type { PresenceCard } from './model';
import { loadPresence } from './presence-queries';

/** Reads somebody's presence anew after it changed, tells the staff's open screens, and returns it. */
export async function announcePresence(tx: WriteTx, membershipId: string): Promise<PresenceCard> {
  const presence = requireRow(await loadPresence(tx, membershipId));
  await appendLiveEvent(tx, 'presence.changed', null, { presence });
  return presence;
}
