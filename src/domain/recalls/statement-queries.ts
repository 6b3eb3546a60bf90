import { desc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { DomainError, requireFound } from '../../kernel/errors';
import type { Briefing, BriefingContent } from '../briefings/model';
import { statementWithdrawals } from '../briefings/tables';
import { loadStandingContents } from '../briefings/version-queries';
import { recalls } from './tables';

/** A statement that is said now, or will be, with the versions that must be made anew to take it back. */
export type StandingStatement = {
  /** In the briefing's own language: as it is said now; where it is not yet, as it will be. */
  text: string;
  /** From the first version that holds it, in the order of coming into force. */
  contents: BriefingContent[];
};

/**
 * @throws DomainError CONFLICT when it was withdrawn and nothing stands in its place, NOT_FOUND when no version that is
 *   or comes into force holds it
 */
export async function loadStandingStatement(
  tx: ReadTx,
  briefing: Briefing,
  statementId: string,
  now: Date,
): Promise<StandingStatement> {
  const contents = await loadStandingContents(tx, briefing.id, now);
  const first = contents.findIndex(({ statements }) => statements.some(({ id }) => id === statementId));
  if (first < 0) throw await absence(tx, briefing.id, statementId);
  const { text } = requireFound(
    contents[first]?.statements.find(({ id }) => id === statementId),
    'statement',
  );
  // A briefing that is over keeps its last version: what was taken back from it still stands there.
  if (briefing.state !== 'published' && (await isTakenBack(tx, briefing.id, statementId, text))) {
    throw await absence(tx, briefing.id, statementId);
  }
  return { text, contents: contents.slice(first) };
}

async function isTakenBack(
  tx: ReadTx,
  briefingId: string,
  statementId: string,
  text: string,
): Promise<boolean> {
  const rows = await tx.db
    .select({ id: statementWithdrawals.id })
    .from(statementWithdrawals)
    .where(
      within(
        tx,
        statementWithdrawals,
        eq(statementWithdrawals.briefingId, briefingId),
        eq(statementWithdrawals.statementId, statementId),
        eq(statementWithdrawals.text, text),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

async function absence(tx: ReadTx, briefingId: string, statementId: string): Promise<DomainError> {
  const [withdrawal] = await tx.db
    .select({ at: statementWithdrawals.at, byName: statementWithdrawals.byName })
    .from(statementWithdrawals)
    .where(
      within(
        tx,
        statementWithdrawals,
        eq(statementWithdrawals.briefingId, briefingId),
        eq(statementWithdrawals.statementId, statementId),
      ),
    )
    .orderBy(desc(statementWithdrawals.at))
    .limit(1);
  if (withdrawal === undefined) return new DomainError('NOT_FOUND', 'There is no such statement.');
  const at = withdrawal.at.toISOString().slice(0, 16).replace('T', ' ');
  return new DomainError('CONFLICT', `This statement was withdrawn at ${at} UTC by ${withdrawal.byName}.`);
}

/** A withdrawal with its recall: what a caller who is told the old words after all has to do with. */
export type WithdrawnSince = {
  statementId: string;
  text: string;
  correction: string | null;
  reason: string;
  recallId: string;
  callBack: boolean;
  dueAt: Date;
};

/** Which of these statements were withdrawn from a version or from one that came after it. */
export async function loadWithdrawnSince(
  tx: ReadTx,
  { briefingId, version }: { briefingId: string; version: number },
  statementIds: readonly string[],
): Promise<WithdrawnSince[]> {
  return tx.db
    .select({
      statementId: statementWithdrawals.statementId,
      text: statementWithdrawals.text,
      correction: statementWithdrawals.correction,
      reason: statementWithdrawals.reason,
      recallId: recalls.id,
      callBack: recalls.callBack,
      dueAt: recalls.dueAt,
    })
    .from(statementWithdrawals)
    .innerJoin(
      recalls,
      sql`${recalls.organizationId} = ${statementWithdrawals.organizationId}
        and ${recalls.withdrawalId} = ${statementWithdrawals.id}`,
    )
    .where(
      within(
        tx,
        statementWithdrawals,
        eq(statementWithdrawals.briefingId, briefingId),
        inArray(statementWithdrawals.statementId, [...statementIds]),
        gte(statementWithdrawals.version, version),
      ),
    )
    .orderBy(statementWithdrawals.at)
    .limit(500);
}
