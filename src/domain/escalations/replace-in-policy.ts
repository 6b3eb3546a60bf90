import { eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Problem } from '../../kernel/errors';
import type { Urgency } from '../calls/model';
import type { Policy } from './model';
import { policyWithout } from './policy-without';
import { escalationPolicies } from './tables';

type Leaving = { contactId: string; standInId: string | null };

/**
 * Takes somebody who is no contact any more out of a client's policies, or puts their stand-in there. Escalations that run
 * keep theirs. Inside a larger write, which ends without a trace if it does not want the holes.
 * @returns `problems`: the steps that are left empty, in words; `places`: how many policies were changed
 */
export async function replaceInPolicy(
  tx: WriteTx,
  clientId: string,
  leaving: Leaving,
): Promise<{ problems: Problem[]; places: number }> {
  const [row] = await tx.db
    .select({ policy: escalationPolicies.policy, byUrgency: escalationPolicies.byUrgency })
    .from(escalationPolicies)
    .where(within(tx, escalationPolicies, eq(escalationPolicies.clientId, clientId)))
    .for('update');
  if (row === undefined) return { problems: [], places: 0 };
  const problems: Problem[] = [];
  let places = 0;
  const without = (policy: Policy, of: string): Policy => {
    const changed = policyWithout(policy, leaving);
    if (changed.isChanged) places += 1;
    for (const step of changed.emptied) {
      problems.push({ field: 'contactId', words: `Step ${step} of the policy${of} would tell nobody.` });
    }
    return changed.policy;
  };
  const policy = without(row.policy, '');
  const byUrgency = Object.fromEntries(
    (Object.entries(row.byUrgency) as [Urgency, Policy][]).map(([urgency, own]) => [
      urgency,
      without(own, ` for what is ${urgency}`),
    ]),
  );
  if (places > 0) {
    await tx.db
      .update(escalationPolicies)
      .set({ policy, byUrgency, updatedAt: tx.now, updatedByName: tx.actor.name })
      .where(within(tx, escalationPolicies, eq(escalationPolicies.clientId, clientId)));
  }
  return { problems, places };
}
