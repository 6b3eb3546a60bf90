import { addReport } from '../../domain/followups/add-report';
import { listNews } from '../../domain/followups/news-queries';
import { listReports } from '../../domain/followups/report-request-queries';
import { addReportInput, listReportsInput } from '../../domain/updates/model';
import { procedure, router } from '../trpc';

export const reportRequestsRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/report-requests' } })
    .input(listReportsInput)
    .query(({ ctx, input }) => listReports(ctx.actor, input)),
  add: procedure
    .meta({ rest: { method: 'POST', path: '/escalations/{escalationId}/report' } })
    .input(addReportInput)
    .mutation(({ ctx, input }) => addReport(ctx.actor, input)),
  news: procedure.query(({ ctx }) => listNews(ctx.actor)),
});
