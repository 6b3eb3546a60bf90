import { eq } from 'drizzle-orm';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { canManageApiKeys } from './policy';
import { apiKeys } from './tables';

export async function revokeApiKey(actor: Actor, apiKeyId: string): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canManageApiKeys(actor));
    const rows = await tx.db
      .update(apiKeys)
      .set({ revokedAt: tx.now })
      .where(within(tx, apiKeys, eq(apiKeys.id, apiKeyId)))
      .returning({ id: apiKeys.id, clientId: apiKeys.clientId });
    await recordAudit(tx, 'api_key.revoked', requireFound(rows[0], 'API key'));
  });
}
