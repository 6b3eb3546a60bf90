import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed } from '../../kernel/errors';
import { requireClient } from '../tenancy/queries';
import type { BriefingSource, listSourcesInput } from './model';
import { canManageSources } from './policy';
import { briefingSources } from './tables';

const sourceColumns = {
  id: briefingSources.id,
  clientId: briefingSources.clientId,
  kind: briefingSources.kind,
  name: briefingSources.name,
  createdAt: briefingSources.createdAt,
  revokedAt: briefingSources.revokedAt,
  lastReceivedAt: briefingSources.lastReceivedAt,
};

type Row = Omit<BriefingSource, 'isRevoked'> & { revokedAt: Date | null };

const toSource = ({ revokedAt, ...row }: Row): BriefingSource => ({ ...row, isRevoked: revokedAt !== null });

/** The source, held until the transaction ends. */
export async function lockSource(tx: ReadTx, sourceId: string): Promise<BriefingSource | undefined> {
  const [row] = await tx.db
    .select(sourceColumns)
    .from(briefingSources)
    .where(within(tx, briefingSources, eq(briefingSources.id, sourceId)))
    .for('update');
  return row === undefined ? undefined : toSource(row);
}

/** A client's sources, newest first, those that were revoked too; at most 100. */
export async function listSources(
  actor: Actor,
  { clientId }: z.output<typeof listSourcesInput>,
): Promise<BriefingSource[]> {
  requireAllowed(canManageSources(actor, { clientId }));
  return readTx(actor, async (tx) => {
    await requireClient(tx, clientId);
    const rows = await tx.db
      .select(sourceColumns)
      .from(briefingSources)
      .where(within(tx, briefingSources, eq(briefingSources.clientId, clientId)))
      .orderBy(desc(briefingSources.id))
      .limit(100);
    return rows.map(toSource);
  });
}
