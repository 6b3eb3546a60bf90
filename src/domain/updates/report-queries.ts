import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import { reportRequests } from './tables';

export type Report = typeof reportRequests.$inferSelect;

export async function loadReport(tx: ReadTx, id: string): Promise<Report | undefined> {
  const [row] = await tx.db
    .select()
    .from(reportRequests)
    .where(within(tx, reportRequests, eq(reportRequests.id, id)));
  return row;
}

/** The same, held until the transaction ends; its escalation is held before. */
export async function lockReport(tx: ReadTx, id: string): Promise<Report | undefined> {
  const [row] = await tx.db
    .select()
    .from(reportRequests)
    .where(within(tx, reportRequests, eq(reportRequests.id, id)))
    .for('update');
  return row;
}

/** What one run was asked, held until the transaction ends. */
export async function lockReportOfRun(
  tx: ReadTx,
  { id, runFromCycle }: { id: string; runFromCycle: number },
): Promise<Report | undefined> {
  const isOfRun = and(eq(reportRequests.escalationId, id), eq(reportRequests.runFromCycle, runFromCycle));
  const [row] = await tx.db
    .select()
    .from(reportRequests)
    .where(within(tx, reportRequests, isOfRun))
    .for('update');
  return row;
}

/** The newest of each of these escalations. @param ids at most 1,000 */
export async function loadNewestReports(tx: ReadTx, ids: readonly string[]): Promise<Report[]> {
  if (ids.length === 0) return [];
  return tx.db
    .selectDistinctOn([reportRequests.escalationId])
    .from(reportRequests)
    .where(within(tx, reportRequests, inArray(reportRequests.escalationId, [...ids])))
    .orderBy(asc(reportRequests.escalationId), sql`${reportRequests.runFromCycle} desc`);
}

/** Word for word the condition of the index report_requests_open. */
export const isAsked: SQL = sql`report_requests.state in ('open', 'overdue')`;
