import { listHolidays } from '../../domain/oncall/holiday-queries';
import { holidaysOfInput, setHolidaysInput } from '../../domain/oncall/model';
import { setHolidays } from '../../domain/oncall/set-holidays';
import { procedure, router } from '../trpc';

export const holidaysRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/clients/{clientId}/holidays' } })
    .input(holidaysOfInput)
    .query(({ ctx, input }) => listHolidays(ctx.actor, input.clientId)),
  set: procedure
    .meta({ rest: { method: 'PUT', path: '/clients/{clientId}/holidays' } })
    .input(setHolidaysInput)
    .mutation(({ ctx, input }) => setHolidays(ctx.actor, input)),
});
