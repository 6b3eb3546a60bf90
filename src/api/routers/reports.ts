import { outcomesInput, playbookReportInput, reportInput } from '../../domain/reports/model';
import { getOutcomes } from '../../domain/reports/outcome-queries';
import { getPlaybookReport } from '../../domain/reports/playbook-report-queries';
import { getReport } from '../../domain/reports/report-queries';
import { getWall } from '../../domain/reports/wall-queries';
import { procedure, router } from '../trpc';

export const reportsRouter = router({
  acknowledgement: procedure
    .input(reportInput)
    .query(({ ctx, input }) => getReport(ctx.actor, 'acknowledgement', input)),
  level: procedure.input(reportInput).query(({ ctx, input }) => getReport(ctx.actor, 'level', input)),
  minutes: procedure.input(reportInput).query(({ ctx, input }) => getReport(ctx.actor, 'minutes', input)),
  outcomes: procedure.input(outcomesInput).query(({ ctx, input }) => getOutcomes(ctx.actor, input)),
  playbooks: procedure
    .input(playbookReportInput)
    .query(({ ctx, input }) => getPlaybookReport(ctx.actor, input)),
  promises: procedure.input(reportInput).query(({ ctx, input }) => getReport(ctx.actor, 'promises', input)),
  wall: procedure.query(({ ctx }) => getWall(ctx.actor)),
});
