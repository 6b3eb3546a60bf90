import { desc, eq } from 'drizzle-orm';
import { readTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireAllowed } from '../../kernel/errors';
import { usualCriteria, type Scorecard } from './model';
import { canReadScorecard } from './policy';
import { scorecards } from './tables';

const columns = {
  version: scorecards.version,
  criteria: scorecards.criteria,
  createdAt: scorecards.createdAt,
  createdByName: scorecards.createdByName,
};

const usual: Scorecard = { version: 0, criteria: usualCriteria, createdAt: null, createdByName: null };

/** The form of now; the trade's own until the service has written one. */
export async function loadScorecard(tx: ReadTx): Promise<Scorecard> {
  const [row] = await tx.db
    .select(columns)
    .from(scorecards)
    .where(within(tx, scorecards))
    .orderBy(desc(scorecards.version))
    .limit(1);
  return row ?? usual;
}

/** The form in one of its versions, which never change. */
export async function loadScorecardVersion(tx: ReadTx, version: number): Promise<Scorecard | undefined> {
  if (version === 0) return usual;
  const [row] = await tx.db
    .select(columns)
    .from(scorecards)
    .where(within(tx, scorecards, eq(scorecards.version, version)));
  return row;
}

export async function getScorecard(actor: Actor): Promise<Scorecard> {
  requireAllowed(canReadScorecard(actor));
  return readTx(actor, loadScorecard);
}

/** Every version, the newest first and the trade's own last; of more than 50, the newest. */
export async function listScorecards(actor: Actor): Promise<Scorecard[]> {
  requireAllowed(canReadScorecard(actor));
  return readTx(actor, async (tx) => {
    const rows = await tx.db
      .select(columns)
      .from(scorecards)
      .where(within(tx, scorecards))
      .orderBy(desc(scorecards.version))
      .limit(50);
    return rows.length === 50 ? rows : [...rows, usual];
  });
}
