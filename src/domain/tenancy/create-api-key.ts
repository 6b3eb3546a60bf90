import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import type { ApiKeySummary, createApiKeyInput } from './model';
import { canManageApiKeys } from './policy';
import { requireClient } from './queries';
import { roleFits } from './role-fits';
import { apiKeys } from './tables';

/** @param input.keyHash SHA-256 of the key, hexadecimal; the key itself is shown once and never kept */
export async function createApiKey(
  actor: Actor,
  input: z.output<typeof createApiKeyInput> & { keyHash: string },
): Promise<ApiKeySummary> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canManageApiKeys(actor));
    const problems = roleFits(input.role, input.clientId);
    if (problems.length > 0)
      throw new DomainError('INVALID', 'The role and the client do not fit.', problems);
    if (input.clientId !== undefined) await requireClient(tx, input.clientId);
    const summary: ApiKeySummary = {
      id: newId(),
      name: input.name,
      role: input.role,
      clientId: input.clientId ?? null,
      createdAt: tx.now,
      revokedAt: null,
    };
    await tx.db
      .insert(apiKeys)
      .values({ ...summary, organizationId: actor.organizationId, keyHash: input.keyHash });
    await recordAudit(tx, 'api_key.created', summary, { role: input.role });
    return summary;
  });
}
