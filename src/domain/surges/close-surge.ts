import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, HOUR } from '../../kernel/duration';
import { recordAudit } from '../audit/record-audit';
import { announceSurge } from './announce-surge';
import { canWatchCalls } from './policy';
import { findBriefingInForce, findOpenSurge, lockCalls } from './queries';
import { surges } from './tables';

/** A surge that nobody took up; if it goes on, it is told anew. */
const FORGOTTEN = 12 * HOUR;

/** Ends a client's open surge once a briefing is in force, or nobody has looked at it for half a day. */
export async function closeSurge(actor: Actor, clientId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canWatchCalls(actor));
    tx.noteUnrecorded();
    await lockCalls(tx, clientId);
    const surge = await findOpenSurge(tx, clientId);
    if (surge === undefined) return;
    const briefingId = await findBriefingInForce(tx, clientId, tx.now);
    const isCovered = briefingId !== null;
    if (!isCovered && surge.detectedAt > after(tx.now, -FORGOTTEN)) return;
    const changed = await tx.db
      .update(surges)
      .set({
        state: isCovered ? 'covered' : 'dismissed',
        endedAt: tx.now,
        endedByName: actor.name,
        briefingId,
      })
      .where(within(tx, surges, eq(surges.id, surge.id), eq(surges.state, 'open')))
      .returning({ id: surges.id });
    if (changed.length === 0) return;
    await recordAudit(tx, isCovered ? 'surge.covered' : 'surge.dismissed', surge);
    await announceSurge(tx, surge.id);
  });
}
