import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import type { BriefingSource, sourceIdInput } from './model';
import { canManageSources } from './policy';
import { lockSource } from './queries';
import { briefingSources } from './tables';

/** Shuts a source's door for good; the drafts that it began stay. Revoking twice is once. */
export async function revokeSource(
  actor: Actor,
  { sourceId }: z.output<typeof sourceIdInput>,
): Promise<BriefingSource> {
  return writeTx(actor, async (tx) => {
    const source = requireFound(await lockSource(tx, sourceId), 'source');
    tx.authorize(canManageSources(actor, source));
    if (source.isRevoked) {
      tx.noteUnrecorded();
      return source;
    }
    await tx.db
      .update(briefingSources)
      .set({ revokedAt: tx.now })
      .where(within(tx, briefingSources, eq(briefingSources.id, sourceId)));
    await recordAudit(tx, 'source.revoked', source);
    return { ...source, isRevoked: true };
  });
}
