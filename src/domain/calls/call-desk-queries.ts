import { eq, gt, sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { CallDesk } from './model';
import { callDesks } from './tables';

/** The windows in which a call is open: renewed within the last minute. At most 20. */
export async function loadCallDesks(tx: ReadTx, callId: string): Promise<CallDesk[]> {
  return tx.db
    .select({
      deskId: callDesks.deskId,
      membershipId: callDesks.membershipId,
      name: callDesks.name,
      isWriting: callDesks.isWriting,
    })
    .from(callDesks)
    .where(
      within(
        tx,
        callDesks,
        eq(callDesks.callId, callId),
        gt(callDesks.seenAt, sql`app_now() - interval '1 minute'`),
      ),
    )
    .orderBy(callDesks.name, callDesks.deskId)
    .limit(20);
}
