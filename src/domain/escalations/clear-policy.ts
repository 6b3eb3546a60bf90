import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { recordAudit } from '../audit/record-audit';
import { requireClient } from '../tenancy/queries';
import type { clearPolicyInput } from './model';
import { canSetPolicy } from './policy';
import { escalationPolicies } from './tables';

/** An urgency goes by the client's policy again. Escalations that run keep the one they began with. */
export async function clearPolicy(
  actor: Actor,
  { clientId, urgency }: z.output<typeof clearPolicyInput>,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    tx.authorize(canSetPolicy(actor, { clientId }));
    await requireClient(tx, clientId);
    const cleared = await tx.db
      .update(escalationPolicies)
      .set({
        byUrgency: sql`${escalationPolicies.byUrgency} - ${urgency}::text`,
        updatedAt: tx.now,
        updatedByName: actor.name,
      })
      .where(
        within(
          tx,
          escalationPolicies,
          eq(escalationPolicies.clientId, clientId),
          sql`jsonb_exists(${escalationPolicies.byUrgency}, ${urgency})`,
        ),
      )
      .returning({ clientId: escalationPolicies.clientId });
    if (cleared.length === 0) tx.noteUnrecorded();
    else await recordAudit(tx, 'policy.cleared', { id: clientId, clientId }, { urgency });
  });
}
