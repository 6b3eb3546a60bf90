import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { recordAudit } from '../audit/record-audit';
import { announcePack } from './announce-pack';
import type { ClaimedPack } from './claim-pack';
import type { PackContent } from './pack-content';
import { canMakePack } from './policy';
import { incidentPackFiles, incidentPacks } from './tables';

type Made = { content: PackContent; pdf: Buffer; pages: number };

/**
 * Puts a pack on record, content and print together.
 * @returns false when somebody else has it in hand by now: what they make counts
 */
export async function finishPack(actor: Actor, pack: ClaimedPack, made: Made): Promise<boolean> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canMakePack(actor));
    const { id, state, tries } = incidentPacks;
    const calls = made.content.calls.length;
    const finished = await tx.db
      .update(incidentPacks)
      .set({
        state: 'ready',
        progress: 100,
        dueAt: null,
        claimedUntil: null,
        workedUntil: null,
        content: made.content,
        calls,
        pages: made.pages,
        readyAt: tx.now,
      })
      .where(within(tx, incidentPacks, eq(id, pack.id), eq(state, 'running'), eq(tries, pack.tries)))
      .returning({ id });
    if (finished.length === 0) {
      tx.noteUnrecorded();
      return false;
    }
    const { organizationId } = actor;
    await tx.db
      .insert(incidentPackFiles)
      .values({ organizationId, packId: pack.id, clientId: pack.clientId, pdf: made.pdf });
    await recordAudit(tx, 'pack.made', pack, { briefingId: pack.briefingId, calls, pages: made.pages });
    await announcePack(tx, pack.id);
    return true;
  });
}
