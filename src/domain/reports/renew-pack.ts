import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, SECOND } from '../../kernel/duration';
import { announcePack } from './announce-pack';
import type { ClaimedPack } from './claim-pack';
import { packLeaseSeconds } from './model';
import { canMakePack } from './policy';
import { incidentPacks } from './tables';

/**
 * Says that a pack is still in hand, and how far it is, to the screens that wait for it.
 * @param progress 0 to 99
 * @returns false when somebody else has it in hand by now
 */
export async function renewPack(actor: Actor, pack: ClaimedPack, progress: number): Promise<boolean> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canMakePack(actor));
    tx.noteUnrecorded();
    const until = after(tx.now, packLeaseSeconds * SECOND);
    const { id, state, tries } = incidentPacks;
    const renewed = await tx.db
      .update(incidentPacks)
      .set({ progress, workedUntil: until, claimedUntil: until })
      .where(within(tx, incidentPacks, eq(id, pack.id), eq(state, 'running'), eq(tries, pack.tries)))
      .returning({ id });
    if (renewed.length === 0) return false;
    await announcePack(tx, pack.id);
    return true;
  });
}
