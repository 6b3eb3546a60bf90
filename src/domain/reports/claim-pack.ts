import { eq, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, SECOND } from '../../kernel/duration';
import { announcePack } from './announce-pack';
import { packLeaseSeconds } from './model';
import { canMakePack } from './policy';
import { incidentPacks } from './tables';

/** A pack in the hands of one worker; `tries` tells it from whoever takes it later. */
export type ClaimedPack = { id: string; clientId: string; briefingId: string; asOf: Date; tries: number };

/** Takes a pack in hand that is to be made. @returns null when it is made, or somebody has it in hand */
export async function claimPack(actor: Actor, packId: string): Promise<ClaimedPack | null> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canMakePack(actor));
    tx.noteUnrecorded();
    const until = after(tx.now, packLeaseSeconds * SECOND);
    const { id, clientId, briefingId, asOf, tries, dueAt, workedUntil } = incidentPacks;
    const [claimed] = await tx.db
      .update(incidentPacks)
      .set({
        state: 'running',
        progress: 0,
        tries: sql`${tries} + 1`,
        failure: null,
        workedUntil: until,
        claimedUntil: until,
      })
      .where(
        within(
          tx,
          incidentPacks,
          eq(id, packId),
          isNotNull(dueAt),
          lte(dueAt, tx.now),
          or(isNull(workedUntil), lte(workedUntil, tx.now)),
        ),
      )
      .returning({ id, clientId, briefingId, asOf, tries });
    if (claimed === undefined) return null;
    await announcePack(tx, packId);
    return claimed;
  });
}
