import { eq } from 'drizzle-orm';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, DAY } from '../../kernel/duration';
import { requireRow } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { clients } from '../clients/tables';
import { notifyMembers } from '../notifications/notify-members';
import { listAccountManagers, loadAuthors } from '../tenancy/queries';
import { alikeCalls, isUnusual, type NotedCall } from './alike-calls';
import { announceSurge } from './announce-surge';
import type { Surge } from './model';
import { canWatchCalls } from './policy';
import { findBriefingInForce, findOpenSurge, loadNotedCalls, loadWatchStart, lockCalls } from './queries';
import { surgeNotice } from './surge-notice';
import { surges } from './tables';

/** Of the past hour, and of the week before it: what one look reads at the most. */
const MOST_CALLS = 200;
const MOST_EARLIER_CALLS = 500;
const MOST_WORDS = 12;

/**
 * Looks at a client's calls of the past hour. Where enough of them say the same, more than is usual for this client,
 * and no briefing is in force, the client's authors and the account managers are told. A surge that is open already
 * gets the newest words, and nobody is told again.
 */
export async function openSurge(actor: Actor, clientId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canWatchCalls(actor));
    tx.noteUnrecorded();
    await lockCalls(tx, clientId);
    if ((await findBriefingInForce(tx, clientId, tx.now)) !== null) return;
    const from = await loadWatchStart(tx, clientId, tx.now);
    if (from === null) return;
    const calls = await loadNotedCalls(tx, clientId, { from, to: tx.now, limit: MOST_CALLS });
    const groups = alikeCalls(calls);
    if (groups.length === 0) return;
    const open = await findOpenSurge(tx, clientId);
    if (open !== undefined) return refresh(tx, open, groups);
    const week = { from: after(from, -7 * DAY), to: from, limit: MOST_EARLIER_CALLS };
    const earlier = await loadNotedCalls(tx, clientId, week);
    const group = groups.find((one) => isUnusual(one, earlier));
    if (group !== undefined) await begin(tx, clientId, group);
  });
}

function wordsOf(group: readonly NotedCall[]) {
  return group
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, MOST_WORDS)
    .map(({ callId, at, text }) => ({ callId, at: at.toISOString(), text }));
}

async function begin(tx: WriteTx, clientId: string, group: readonly NotedCall[]): Promise<void> {
  const id = newId();
  await tx.db.insert(surges).values({
    organizationId: tx.actor.organizationId,
    id,
    clientId,
    state: 'open',
    calls: group.length,
    words: wordsOf(group),
    detectedAt: tx.now,
  });
  await recordAudit(tx, 'surge.opened', { id, clientId }, { calls: group.length });
  await tell(tx, await announceSurge(tx, id));
}

async function refresh(tx: WriteTx, open: Surge, groups: readonly NotedCall[][]): Promise<void> {
  const known = new Set(open.words.map(({ callId }) => callId));
  const group = groups.find((calls) => calls.some(({ callId }) => known.has(callId)));
  if (group === undefined) return;
  const words = wordsOf(group);
  if (group.length === open.calls && words[0]?.callId === open.words[0]?.callId) return;
  await tx.db
    .update(surges)
    .set({ calls: group.length, words })
    .where(within(tx, surges, eq(surges.id, open.id), eq(surges.state, 'open')));
  await announceSurge(tx, open.id);
}

async function tell(tx: WriteTx, surge: Surge): Promise<void> {
  const rows = await tx.db
    .select({ timeZone: clients.timeZone })
    .from(clients)
    .where(within(tx, clients, eq(clients.clientId, surge.clientId)));
  const { timeZone } = requireRow(rows[0]);
  const cause = { id: surge.id, clientId: surge.clientId, cycle: 1, step: 1 };
  const authors = await loadAuthors(tx, surge.clientId);
  await notifyMembers(tx, cause, authors, surgeNotice(surge, timeZone, '/portal/briefings'));
  const managers = await listAccountManagers(tx);
  await notifyMembers(tx, cause, managers, surgeNotice(surge, timeZone, '/manage/approvals'));
}
