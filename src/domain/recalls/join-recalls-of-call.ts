import { eq, inArray, sql } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { holdBriefing } from '../briefings/queries';
import { briefingVersions } from '../briefings/tables';
import { toldStatements } from '../calls/tables';
import { promises } from '../promises/tables';
import { joinRecall } from './join-recall';
import { loadWithdrawnSince, type WithdrawnSince } from './statement-queries';
import { hasWords } from './told-words';

/**
 * The number of a call's caller is known now, or is another: whatever they were told and is withdrawn by now, they are
 * called back about, unless they have been. Inside a larger write.
 */
export async function joinRecallsOfCall(tx: WriteTx, callId: string): Promise<void> {
  const told = await tx.db
    .select({
      statementId: toldStatements.statementId,
      text: toldStatements.text,
      briefingId: briefingVersions.briefingId,
      clientId: briefingVersions.clientId,
      version: briefingVersions.version,
      content: briefingVersions.content,
    })
    .from(toldStatements)
    .innerJoin(
      briefingVersions,
      sql`${briefingVersions.organizationId} = ${toldStatements.organizationId}
        and ${briefingVersions.id} = ${toldStatements.briefingVersionId}`,
    )
    .where(within(tx, toldStatements, eq(toldStatements.callId, callId)))
    .orderBy(toldStatements.briefingId)
    .limit(500);
  if (told.length === 0) return;
  for (const briefingId of new Set(told.map((one) => one.briefingId))) await holdBriefing(tx, briefingId);
  const due: [told: Parameters<typeof joinRecall>[1], withdrawn: WithdrawnSince][] = [];
  for (const { statementId, content, ...one } of told) {
    const statement = content.statements.find(({ id }) => id === statementId);
    if (statement === undefined) continue;
    const since = await loadWithdrawnSince(tx, one, [statementId]);
    for (const withdrawn of since.filter(({ text }) => hasWords(statement, text))) {
      due.push([{ ...one, callId, language: content.language }, withdrawn]);
    }
  }
  const kept = await loadKept(
    tx,
    callId,
    due.map(([, { recallId }]) => recallId),
  );
  for (const [one, withdrawn] of due) {
    if (kept.has(withdrawn.recallId)) continue;
    await joinRecall(tx, one, withdrawn, { isToldAgain: false });
  }
}

/** The recalls about which this very call was called back. */
async function loadKept(tx: WriteTx, callId: string, recallIds: readonly string[]): Promise<Set<string>> {
  if (recallIds.length === 0) return new Set();
  const rows = await tx.db
    .select({ recallId: promises.causeId })
    .from(promises)
    .where(
      within(
        tx,
        promises,
        inArray(promises.causeId, [...recallIds]),
        eq(promises.callId, callId),
        eq(promises.state, 'kept'),
      ),
    );
  return new Set(rows.map(({ recallId }) => recallId));
}
