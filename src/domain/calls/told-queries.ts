import { desc, eq, sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeInstantCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed, requireFound } from '../../kernel/errors';
import { loadBriefing } from '../briefings/queries';
import { briefingVersions } from '../briefings/tables';
import type { listToldInput, ToldRecord } from './model';
import { canReadCalls } from './policy';
import { calls, toldStatements } from './tables';

/** The number a caller can be reached at: the one they gave, else the one they called from; null where none is known. */
export const numberToReach: SQL<string | null> = sql`coalesce(${calls.callerPhone},
  case when ${calls.isAniValid} then ${calls.ani} end)`;

/** Who was told what of a briefing, the newest first. */
export async function listTold(
  actor: Actor,
  input: z.output<typeof listToldInput>,
): Promise<Page<ToldRecord>> {
  requireAllowed(canReadCalls(actor));
  const place = input.cursor === undefined ? undefined : decodeInstantCursor(input.cursor, 2);
  return readTx(actor, async (tx) => {
    requireFound(await loadBriefing(tx, input.briefingId), 'briefing');
    const rows = await tx.db
      .select({
        statementId: toldStatements.statementId,
        version: briefingVersions.version,
        text: toldStatements.text,
        language: toldStatements.language,
        callId: toldStatements.callId,
        callerName: calls.callerName,
        callerPhone: numberToReach,
        at: toldStatements.at,
        byName: toldStatements.byName,
        isAfterWithdrawal: toldStatements.isAfterWithdrawal,
      })
      .from(toldStatements)
      .innerJoin(
        calls,
        sql`${calls.organizationId} = ${toldStatements.organizationId} and ${calls.id} = ${toldStatements.callId}`,
      )
      .innerJoin(
        briefingVersions,
        sql`${briefingVersions.organizationId} = ${toldStatements.organizationId}
          and ${briefingVersions.id} = ${toldStatements.briefingVersionId}`,
      )
      .where(
        within(
          tx,
          toldStatements,
          eq(toldStatements.briefingId, input.briefingId),
          input.statementId === undefined ? undefined : eq(toldStatements.statementId, input.statementId),
          place === undefined
            ? undefined
            : sql`(${toldStatements.at}, ${toldStatements.callId}, ${toldStatements.statementId})
                < (${place[0].toISOString()}, ${place[1]}, ${place[2]})`,
        ),
      )
      .orderBy(desc(toldStatements.at), desc(toldStatements.callId), desc(toldStatements.statementId))
      .limit(input.limit + 1);
    return toPage(rows, input.limit, (last) => [last.at.toISOString(), last.callId, last.statementId]);
  });
}
