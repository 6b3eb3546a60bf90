import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { keyProblems } from './key-problems';
import { usualKeys, type DeskPreferences, type savePreferencesInput } from './model';
import { canSavePreferences } from './policy';
import { deskPreferences } from './tables';

/** Keys that are the usual ones are not kept, so that a later change of the usual ones reaches everybody else. */
function ownKeys(keys: DeskPreferences['keys']): DeskPreferences['keys'] {
  const usual: Readonly<Record<string, string>> = usualKeys;
  return Object.fromEntries(Object.entries(keys).filter(([action, chosen]) => chosen !== usual[action]));
}

/**
 * How the signed-in person has set up the desk: replaces the whole of it.
 * @throws DomainError INVALID where an action is unknown, or keys are taken or given twice
 */
export async function savePreferences(
  actor: Actor,
  input: z.output<typeof savePreferencesInput>,
): Promise<DeskPreferences> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canSavePreferences(actor));
    const problems = keyProblems(input.keys);
    if (problems[0]) throw new DomainError('INVALID', problems[0].words, problems);
    const preferences = { keys: ownKeys(input.keys), ringVolume: input.ringVolume };
    await tx.db
      .insert(deskPreferences)
      .values({
        organizationId: actor.organizationId,
        membershipId: actor.id,
        preferences,
        savedAt: tx.now,
      })
      .onConflictDoUpdate({
        target: [deskPreferences.organizationId, deskPreferences.membershipId],
        set: { preferences, savedAt: tx.now },
      });
    await recordAudit(tx, 'preferences.saved', { id: actor.id, clientId: null });
    return preferences;
  });
}
