import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { requireClient } from '../tenancy/queries';
import type { BriefingSource, createSourceInput } from './model';
import { canManageSources } from './policy';
import { briefingSources } from './tables';

/** @param input.sealedSecret what `seal` made of the secret, which is shown once and kept nowhere else */
export async function createSource(
  actor: Actor,
  { clientId, kind, name, sealedSecret }: z.output<typeof createSourceInput> & { sealedSecret: string },
): Promise<BriefingSource> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canManageSources(actor, { clientId }));
    await requireClient(tx, clientId);
    const row = { id: newId(), clientId, kind, name, createdAt: tx.now };
    await tx.db
      .insert(briefingSources)
      .values({ ...row, organizationId: actor.organizationId, sealedSecret });
    await recordAudit(tx, 'source.created', row, { kind });
    return { ...row, isRevoked: false, lastReceivedAt: null };
  });
}
