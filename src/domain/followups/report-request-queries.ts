import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { readTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { decodeInstantCursor, toPage, type Page } from '../../kernel/cursor';
import { requireAllowed } from '../../kernel/errors';
import { clients } from '../clients/tables';
import { escalations } from '../escalations/tables';
import type { listReportsInput, ReportRequest } from '../updates/model';
import { canReadUpdates } from '../updates/policy';
import { isAsked } from '../updates/report-queries';
import { reportRequests } from '../updates/tables';

/** What contacts were asked to report, by when it is due, the earliest first. */
export async function listReports(
  actor: Actor,
  input: z.output<typeof listReportsInput>,
): Promise<Page<ReportRequest>> {
  requireAllowed(canReadUpdates(actor));
  const { clientId, escalationId, state } = input;
  const place = input.cursor === undefined ? undefined : decodeInstantCursor(input.cursor, 1);
  return readTx(actor, async (tx) => {
    const { organizationId } = reportRequests;
    // The page first and what belongs to each row afterwards: joined, all of them would be sorted.
    const page = tx.db
      .select({ id: reportRequests.id })
      .from(reportRequests)
      .where(
        within(
          tx,
          reportRequests,
          clientId === undefined ? undefined : eq(reportRequests.clientId, clientId),
          escalationId === undefined ? undefined : eq(reportRequests.escalationId, escalationId),
          state === undefined ? undefined : eq(reportRequests.state, state),
          state === 'open' || state === 'overdue' ? isAsked : undefined,
          place === undefined
            ? undefined
            : sql`(${reportRequests.dueAt}, ${reportRequests.id}) > (${place[0].toISOString()}, ${place[1]})`,
        ),
      )
      .orderBy(asc(reportRequests.dueAt), asc(reportRequests.id))
      .limit(input.limit + 1);
    const rows = await tx.db
      .select({
        id: reportRequests.id,
        escalationId: reportRequests.escalationId,
        clientId: reportRequests.clientId,
        clientName: clients.name,
        clientTimeZone: sql<string>`coalesce(${clients.timeZone}, 'UTC')`,
        summary: escalations.summary,
        personName: reportRequests.personName,
        state: reportRequests.state,
        askedAt: reportRequests.askedAt,
        dueAt: reportRequests.dueAt,
        reminders: reportRequests.reminders,
        reportedAt: reportRequests.reportedAt,
        reportedByName: reportRequests.reportedByName,
        words: reportRequests.words,
      })
      .from(reportRequests)
      .innerJoin(
        escalations,
        and(eq(escalations.organizationId, organizationId), eq(escalations.id, reportRequests.escalationId)),
      )
      .leftJoin(
        clients,
        and(eq(clients.organizationId, organizationId), eq(clients.clientId, reportRequests.clientId)),
      )
      .where(within(tx, reportRequests, inArray(reportRequests.id, page)))
      .orderBy(asc(reportRequests.dueAt), asc(reportRequests.id));
    return toPage(rows, input.limit, (last) => [last.dueAt.toISOString(), last.id]);
  });
}
