import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, SECOND } from '../../kernel/duration';
import { recordAudit } from '../audit/record-audit';
import { announcePack } from './announce-pack';
import type { ClaimedPack } from './claim-pack';
import { mostPackTries } from './model';
import { canMakePack } from './policy';
import { incidentPacks } from './tables';

/** After the first try, the second and the third. */
const PAUSES = [5 * SECOND, 20 * SECOND, 60 * SECOND];

/**
 * Puts a pack that could not be made back to be tried again, three times; then it has failed, and says so.
 * @param isFinal nothing would come of another try
 */
export async function retryPack(
  actor: Actor,
  pack: ClaimedPack,
  { failure, isFinal }: { failure: string; isFinal: boolean },
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canMakePack(actor));
    const { id, state, tries } = incidentPacks;
    const isOver = isFinal || pack.tries >= mostPackTries;
    const again = after(tx.now, PAUSES[pack.tries - 1] ?? 60 * SECOND);
    const changed = await tx.db
      .update(incidentPacks)
      .set({
        state: isOver ? 'failed' : 'queued',
        progress: 0,
        failure,
        dueAt: isOver ? null : again,
        claimedUntil: null,
        workedUntil: null,
      })
      .where(within(tx, incidentPacks, eq(id, pack.id), eq(state, 'running'), eq(tries, pack.tries)))
      .returning({ id });
    if (changed.length === 0 || !isOver) tx.noteUnrecorded();
    else await recordAudit(tx, 'pack.failed', pack, { briefingId: pack.briefingId, tries: pack.tries });
    if (changed.length > 0) await announcePack(tx, pack.id);
  });
}
