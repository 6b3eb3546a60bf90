import { and, count, eq } from 'drizzle-orm';
import { writeTx, type WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { HOUR } from '../../kernel/duration';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { loadCallCard } from '../calls/queries';
import { announceEscalation } from '../escalations/announce-escalation';
import { updateWay, wordsMissingNotice } from '../escalations/caller-notice';
import { lockEscalation } from '../escalations/queries';
import { recordTimeline } from '../escalations/record-timeline';
import type { escalations } from '../escalations/tables';
import { enqueueDelivery } from '../notifications/enqueue-delivery';
import { notifyMembers } from '../notifications/notify-members';
import { deliveries } from '../notifications/tables';
import { createCallbacks } from '../promises/create-callbacks';
import { listAccountManagers, loadAuthors, loadOrganization } from '../tenancy/queries';
import { announceUpdate } from '../updates/announce-update';
import type { UpdateState } from '../updates/model';
import { canTellCallers } from '../updates/policy';
import { loadClientWords } from '../updates/settled-queries';
import { settledCallbackDueAt } from '../updates/settled-callback-due';
import { callerUpdates } from '../updates/tables';
import { loadUpdate, lockUpdate, type Update } from '../updates/update-queries';

type EscalationRow = typeof escalations.$inferSelect;
type ClientWords = NonNullable<Awaited<ReturnType<typeof loadClientWords>>>;

/**
 * The matter of a caller who wished to hear of it is settled: a message in the client's approved words, or a promise that
 * they are called. No approved words: nothing is sent, and those who can approve some hear of it, once an hour. Asked too
 * early, twice, when the matter began again meanwhile, or with an id that is no caller's: nothing.
 */
export async function tellCaller(actor: Actor, updateId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canTellCallers(actor));
    tx.noteUnrecorded();
    const found = await loadUpdate(tx, updateId);
    if (found === undefined || found.tellAt === null || found.tellAt > tx.now) return;
    const escalation = found.escalationId === null ? undefined : await lockEscalation(tx, found.escalationId);
    const update = requireFound(await lockUpdate(tx, updateId), 'caller update');
    if (update.tellAt === null || update.tellAt > tx.now) return;
    if (escalation?.state !== 'resolved' || update.state !== 'waiting')
      return stand(tx, update, update.state);
    const client = requireFound(await loadClientWords(tx, update.clientId), 'client');
    const state = await tell(tx, update, escalation, client);
    await stand(tx, update, state);
    await wakeEngine(tx);
    await announceEscalation(tx, escalation.id);
    await announceUpdate(tx, updateId);
  });
}

async function stand(tx: WriteTx, { id }: Update, state: UpdateState): Promise<void> {
  await tx.db
    .update(callerUpdates)
    .set({ state, tellAt: null, claimedUntil: null })
    .where(within(tx, callerUpdates, eq(callerUpdates.id, id)));
}

async function tell(
  tx: WriteTx,
  update: Update,
  escalation: EscalationRow,
  client: ClientWords,
): Promise<UpdateState> {
  if (update.channel === 'callback') return promiseCall(tx, update, escalation, client);
  if (client.approved === null) return askForWords(tx, update, escalation, client);
  const { id, clientId, channel, address, callId } = update;
  const call = requireFound(await loadCallCard(tx, callId), 'call');
  const place = { id, clientId, cycle: escalation.runFromCycle, step: (await countSent(tx, id)) + 1 };
  const name = call.callerName === '' ? 'The caller' : call.callerName;
  const organizationName = (await loadOrganization(tx)).name;
  const message = { organizationName, clientName: client.name, words: client.approved.words };
  await enqueueDelivery(tx, place, [{ methodId: id, recipientId: null, name, channel, address }], message);
  await recordAudit(tx, 'callerUpdate.sending', update, { channel });
  return 'waiting';
}

async function countSent(tx: WriteTx, updateId: string): Promise<number> {
  const isOwn = and(eq(deliveries.causeId, updateId), eq(deliveries.cause, 'caller'));
  const [row] = await tx.db
    .select({ sent: count() })
    .from(deliveries)
    .where(within(tx, deliveries, isOwn));
  return row?.sent ?? 0;
}

async function promiseCall(
  tx: WriteTx,
  update: Update,
  escalation: EscalationRow,
  { name, timeZone, approved }: ClientWords,
): Promise<UpdateState> {
  const { clientId, callId, address: phone } = update;
  const call = requireFound(await loadCallCard(tx, callId), 'call');
  const what =
    approved === null
      ? `The matter is settled. ${name} has approved no words for it: say that it is settled, and no more.`
      : approved.words;
  const cause = {
    id: escalation.id,
    reason: 'resolved' as const,
    clientId,
    briefingId: call.briefingId,
    what,
    wordingKey: null,
    dueAt: settledCallbackDueAt(tx.now, timeZone),
  };
  const caller = { callId, name: call.callerName, phone, before: escalation.summary };
  await createCallbacks(tx, cause, [caller], { isReopening: true });
  await recordAudit(tx, 'callerUpdate.promised', update);
  return 'promised';
}

async function askForWords(
  tx: WriteTx,
  update: Update,
  escalation: EscalationRow,
  { name }: ClientWords,
): Promise<UpdateState> {
  const { clientId, channel } = update;
  const words = `The caller is not told ${updateWay(channel)} yet: ${name} has approved no words for it. The account managers and the client’s authors know.`;
  await recordTimeline(tx, escalation, 'failed', words);
  await recordAudit(tx, 'callerUpdate.wordsMissing', update);
  const hour = { id: clientId, clientId, cycle: Math.floor(tx.now.getTime() / HOUR), step: 0 };
  const [managers, authors] = await Promise.all([listAccountManagers(tx), loadAuthors(tx, clientId)]);
  await notifyMembers(tx, hour, managers, wordsMissingNotice(name, `/manage/clients/${clientId}#settled`));
  await notifyMembers(tx, hour, authors, wordsMissingNotice(name, '/portal/callers'));
  return 'needs_words';
}
