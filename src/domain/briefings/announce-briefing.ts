import type { WriteTx } from '../../db/transaction';
import { requireFound } from '../../kernel/errors';
import { appendLiveEvent } from '../live/append-live-event';
import type { Briefing } from './model';
import { loadBriefing, toSummary } from './queries';

/** Reads a briefing anew after it changed, tells the open screens, and returns it. */
export async function announceBriefing(tx: WriteTx, briefingId: string): Promise<Briefing> {
  const briefing = requireFound(await loadBriefing(tx, briefingId), 'briefing');
  await appendLiveEvent(tx, 'briefing.saved', briefing.clientId, { briefing: toSummary(briefing) });
  return briefing;
}
