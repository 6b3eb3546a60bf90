import { and, eq, isNull } from 'drizzle-orm';
import { writeTx, type WriteTx } from '../../db/transaction';
import { wakeEngine } from '../../db/wake-engine';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, DAY } from '../../kernel/duration';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { enqueueDelivery } from '../notifications/enqueue-delivery';
import { loadOrganization } from '../tenancy/queries';
import type { AccountContent } from './account-content';
import { accountNotice, isEmptyAccount } from './account-notice';
import { loadAccount, loadAccountClient } from './account-queries';
import { lastAccountAt, nextAccountAt } from './account-times';
import { MOST_ACCOUNT_DAYS, SETTLING } from './model';
import { canDeliverAccounts } from './policy';
import { loadAccountAddress, type AccountAddress } from './receiver-queries';
import { digestSubscriptions } from './tables';

type SubscriptionRow = typeof digestSubscriptions.$inferSelect;

/**
 * The account of a day or a week for one who gets it: everything since the last one, up to the newest of its times that
 * is past, in one mail. So a worker that was away over three evenings sends one. What it tells of and that it was told
 * commit together. Asked too early or twice: nothing. Without an address nothing is told, and the next account tells it.
 */
export async function deliverAccount(actor: Actor, subscriptionId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canDeliverAccounts(actor));
    tx.noteUnrecorded();
    const [row] = await tx.db
      .select()
      .from(digestSubscriptions)
      .where(
        within(
          tx,
          digestSubscriptions,
          and(eq(digestSubscriptions.id, subscriptionId), isNull(digestSubscriptions.removedAt)),
        ),
      )
      .for('update');
    if (row === undefined || row.dueAt === null || row.dueAt > tx.now) return;
    const address = await loadAccountAddress(tx, row);
    if (address === 'gone') return endSubscription(tx, row);
    // Its half minute is over for `dueAt` itself; of a time that came a moment ago the next account tells.
    const until = lastAccountAt(row, after(tx.now, -SETTLING));
    const next = { dueAt: after(nextAccountAt(row, until), SETTLING), claimedUntil: null };
    if (address === 'unreachable') return putOff(tx, row, next, 'account.unaddressed');
    const earliest = after(until, -MOST_ACCOUNT_DAYS * DAY);
    const from = row.toldUntil < earliest ? earliest : row.toldUntil;
    const { clientId, leastUrgency } = row;
    const content = await loadAccount(tx, { clientId, from, until, leastUrgency }, false);
    if (isEmptyAccount(content) && !row.isSentEmpty) {
      return putOff(tx, row, { ...next, toldUntil: until }, 'account.suppressed');
    }
    await sendAccount(tx, row, address, content);
    await putOff(tx, row, { ...next, toldUntil: until }, 'account.sent');
  });
}

async function putOff(
  tx: WriteTx,
  row: SubscriptionRow,
  changes: { dueAt: Date; claimedUntil: null; toldUntil?: Date },
  action: `account.${string}`,
): Promise<void> {
  await tx.db
    .update(digestSubscriptions)
    .set(changes)
    .where(within(tx, digestSubscriptions, eq(digestSubscriptions.id, row.id)));
  const { toldUntil } = changes;
  await recordAudit(tx, action, row, {
    from: row.toldUntil.toISOString(),
    ...(toldUntil === undefined ? {} : { until: toldUntil.toISOString() }),
  });
}

/** Whoever got it is no contact any more, or may no longer sign in: they must not be told on. */
async function endSubscription(tx: WriteTx, row: SubscriptionRow): Promise<void> {
  await tx.db
    .update(digestSubscriptions)
    .set({ removedAt: tx.now, dueAt: null, claimedUntil: null })
    .where(within(tx, digestSubscriptions, eq(digestSubscriptions.id, row.id)));
  await recordAudit(tx, 'subscription.removed', row, { isReceiverGone: true });
}

async function sendAccount(
  tx: WriteTx,
  row: SubscriptionRow,
  { isStaff, ...address }: AccountAddress,
  content: AccountContent,
): Promise<void> {
  const { clientId, cadence, timeZone, leastUrgency } = row;
  const organization = await loadOrganization(tx);
  const client = clientId === null ? null : await loadAccountClient(tx, clientId);
  const asked = new URLSearchParams({
    from: content.from.toISOString(),
    to: content.until.toISOString(),
    ...(leastUrgency === 'routine' ? {} : { urgency: leastUrgency }),
    ...(isStaff && clientId !== null ? { client: clientId } : {}),
  });
  const notice = accountNotice(
    content,
    {
      organizationName: organization.name,
      clientName: client?.name ?? null,
      cadence,
      timeZone,
      path: `${isStaff ? '/manage' : '/portal'}/digests/account?${asked.toString()}`,
    },
    tx.now,
  );
  // What staff are told is no matter of the client's people, not even as a row.
  const cause = { id: newId(), clientId: isStaff ? null : clientId, cycle: 1, step: 1 };
  await enqueueDelivery(tx, cause, [{ ...address, channel: 'email' }], notice);
  await wakeEngine(tx);
}
