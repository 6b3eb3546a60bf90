import { and, eq, lte, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { appendLiveEvent } from '../live/append-live-event';
import { loadCallDesks } from './call-desk-queries';
import type { CallDesk, markDeskInput } from './model';
import { canWorkCall } from './policy';
import { loadCallOwner } from './queries';
import { callDesks } from './tables';

/**
 * A window says that it has this call open, and whether it claims the writing; renewed every 20 seconds, given up when
 * it closes. One window writes at a time: the last that claimed it. Nobody is kept from writing by it. Says who sits at
 * the call and changes nothing of it, so it leaves no audit row.
 * @returns the windows in which the call is open now
 */
export async function markDesk(actor: Actor, input: z.output<typeof markDeskInput>): Promise<CallDesk[]> {
  return writeTx(actor, async (tx) => {
    // Locked: two windows that claim at once do it one after the other.
    const call = requireFound(await loadCallOwner(tx, input.callId), 'call');
    tx.authorize(canWorkCall(actor));
    const before = await loadMarks(tx, call.id);
    const ofCall = eq(callDesks.callId, call.id);
    const own = and(ofCall, eq(callDesks.deskId, input.deskId));
    const isGone = lte(callDesks.seenAt, sql`app_now() - interval '1 minute'`);
    await tx.db.delete(callDesks).where(within(tx, callDesks, ofCall, isGone));
    if (input.isLeaving) {
      await tx.db.delete(callDesks).where(within(tx, callDesks, own, eq(callDesks.membershipId, actor.id)));
    } else {
      const mark = { name: actor.name, isWriting: input.isWriting, seenAt: tx.now };
      const { organizationId, id: membershipId } = actor;
      const { id: callId, clientId } = call;
      await tx.db
        .insert(callDesks)
        .values({ organizationId, callId, deskId: input.deskId, clientId, membershipId, ...mark })
        .onConflictDoUpdate({
          target: [callDesks.organizationId, callDesks.callId, callDesks.deskId],
          set: mark,
          // A window is one person's.
          setWhere: eq(callDesks.membershipId, actor.id),
        });
      if (input.isWriting) {
        const others = and(ofCall, ne(callDesks.deskId, input.deskId), eq(callDesks.isWriting, true));
        await tx.db
          .update(callDesks)
          .set({ isWriting: false })
          .where(within(tx, callDesks, others));
      }
    }
    tx.noteUnrecorded();
    const desks = await loadCallDesks(tx, call.id);
    if (marksOf(desks) !== before) {
      await appendLiveEvent(tx, 'call.desks', null, { callId: call.id, desks });
    }
    return desks;
  });
}

/** What the screens were told last: windows that have fallen silent since still stand there. */
async function loadMarks(tx: WriteTx, callId: string): Promise<string> {
  const rows = await tx.db
    .select({ deskId: callDesks.deskId, isWriting: callDesks.isWriting })
    .from(callDesks)
    .where(within(tx, callDesks, eq(callDesks.callId, callId)));
  return marksOf(rows);
}

function marksOf(desks: readonly Pick<CallDesk, 'deskId' | 'isWriting'>[]): string {
  const marks = desks.map(({ deskId, isWriting }) => `${deskId}${isWriting ? ' writes' : ''}`);
  return marks.sort().join();
}
