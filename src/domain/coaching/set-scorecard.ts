import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceCoaching } from './announce-coaching';
import type { Scorecard, setScorecardInput } from './model';
import { canSetScorecard } from './policy';
import { loadScorecard } from './scorecard-queries';
import { scorecards } from './tables';

/**
 * The next version of the form. What was scored by an earlier one keeps its criteria and its percentage. The same
 * criteria again make no version.
 * @throws DomainError STALE when somebody else has changed it since `version`
 */
export async function setScorecard(
  actor: Actor,
  { version: before, criteria }: z.output<typeof setScorecardInput>,
): Promise<Scorecard> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canSetScorecard(actor));
    const { organizationId, name: createdByName } = actor;
    const current = await loadScorecard(tx);
    if (isSame(current.criteria, criteria)) {
      tx.noteUnrecorded();
      return current;
    }
    const row = { version: before + 1, criteria, createdAt: tx.now, createdByName };
    const written =
      current.version === before
        ? await tx.db
            .insert(scorecards)
            .values({ organizationId, ...row })
            .onConflictDoNothing()
            .returning({ version: scorecards.version })
        : [];
    if (written.length === 0) {
      throw new DomainError('STALE', 'Somebody else has changed the form meanwhile. Look at theirs first.');
    }
    await recordAudit(tx, 'scorecard.set', { id: organizationId, clientId: null }, { version: row.version });
    await announceCoaching(tx, null);
    return row;
  });
}

const isSame = (a: Scorecard['criteria'], b: Scorecard['criteria']) =>
  a.length === b.length &&
  a.every(({ id, name, hint, weight }, n) => {
    const other = b[n];
    return other?.id === id && other.name === name && other.hint === hint && other.weight === weight;
  });
