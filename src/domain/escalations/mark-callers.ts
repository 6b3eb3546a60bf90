import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { recordAudit } from '../audit/record-audit';
import { notifyMembers } from '../notifications/notify-members';
import { listAccountManagers, requireClient } from '../tenancy/queries';
import { announceUpdate } from '../updates/announce-update';
import { callerUpdates } from '../updates/tables';
import { lockUpdate, type Update } from '../updates/update-queries';
import { announceEscalation } from './announce-escalation';
import { callerFailedNotice, updateWay } from './caller-notice';
import { recordTimeline } from './record-timeline';

/** What became of a message to a caller. `failure` null: a provider took it; `words`: what it says. */
export type CallerFate = {
  updateId: string;
  cycle: number;
  step: number;
  words: string;
  failure: string | null;
  sentAt: Date | null;
};

/** Notices about a message keep clear of the messages' own places. */
const NOTICE_STEPS = 1_000;

/**
 * Callers were told, or could not be, inside the write that finds out and that holds their escalations: the timeline says
 * so, and of a failure for good the account managers hear. What may still come is no fate: leave it out.
 */
export async function markCallers(tx: WriteTx, fates: readonly CallerFate[]): Promise<void> {
  const sorted = fates.toSorted((a, b) => (a.updateId < b.updateId ? -1 : 1));
  for (const fate of sorted) {
    const update = await lockUpdate(tx, fate.updateId);
    if (update === undefined) continue;
    if (fate.failure === null) await markTold(tx, update, fate);
    else await markFailed(tx, update, fate, fate.failure);
    if (update.escalationId !== null) await announceEscalation(tx, update.escalationId);
    await announceUpdate(tx, update.id);
  }
}

async function markTold(tx: WriteTx, update: Update, { words, sentAt }: CallerFate): Promise<void> {
  if (update.state === 'told') return;
  await change(tx, update, { state: 'told', words, toldAt: sentAt ?? tx.now });
  await tell(tx, update, 'caller_told', `The caller was told ${updateWay(update.channel)}: “${words}”`);
  await recordAudit(tx, 'callerUpdate.told', update, { channel: update.channel });
}

async function markFailed(tx: WriteTx, update: Update, fate: CallerFate, failure: string): Promise<void> {
  if (update.state === 'cancelled' || update.state === 'failed') return;
  await change(tx, update, { state: 'failed', words: '', toldAt: null });
  await tell(tx, update, 'failed', `The caller could not be told ${updateWay(update.channel)}: ${failure}`);
  await recordAudit(tx, 'callerUpdate.failed', update, { channel: update.channel });
  const { id, clientId, channel, escalationId } = update;
  if (escalationId === null) return;
  const notice = callerFailedNotice(await requireClient(tx, clientId), channel, failure, escalationId);
  const place = { id, clientId, cycle: fate.cycle, step: NOTICE_STEPS + fate.step };
  await notifyMembers(tx, place, await listAccountManagers(tx), notice);
}

async function change(
  tx: WriteTx,
  { id }: Update,
  to: Pick<typeof callerUpdates.$inferInsert, 'state' | 'words' | 'toldAt'>,
): Promise<void> {
  await tx.db
    .update(callerUpdates)
    .set(to)
    .where(within(tx, callerUpdates, eq(callerUpdates.id, id)));
}

async function tell(
  tx: WriteTx,
  { escalationId, clientId }: Update,
  type: 'caller_told' | 'failed',
  words: string,
): Promise<void> {
  if (escalationId !== null) await recordTimeline(tx, { id: escalationId, clientId }, type, words);
}
