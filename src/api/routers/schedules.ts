import { removeSchedule } from '../../domain/escalations/remove-schedule';
import { createSchedule } from '../../domain/oncall/create-schedule';
import {
  calendarInput,
  createScheduleInput,
  listSchedulesInput,
  scheduleIdInput,
  updateScheduleInput,
} from '../../domain/oncall/model';
import { getCalendar } from '../../domain/oncall/on-call-queries';
import { getSchedule, listSchedules } from '../../domain/oncall/schedule-queries';
import { updateSchedule } from '../../domain/oncall/update-schedule';
import { procedure, router } from '../trpc';

export const schedulesRouter = router({
  list: procedure
    .meta({ rest: { method: 'GET', path: '/schedules' } })
    .input(listSchedulesInput)
    .query(({ ctx, input }) => listSchedules(ctx.actor, input)),
  get: procedure
    .meta({ rest: { method: 'GET', path: '/schedules/{scheduleId}' } })
    .input(scheduleIdInput)
    .query(({ ctx, input }) => getSchedule(ctx.actor, input.scheduleId)),
  calendar: procedure
    .meta({ rest: { method: 'GET', path: '/schedules/{scheduleId}/calendar' } })
    .input(calendarInput)
    .query(({ ctx, input }) => getCalendar(ctx.actor, input)),
  create: procedure
    .meta({ rest: { method: 'POST', path: '/schedules', status: 201 } })
    .input(createScheduleInput)
    .mutation(({ ctx, input }) => createSchedule(ctx.actor, input)),
  update: procedure
    .meta({ rest: { method: 'PATCH', path: '/schedules/{scheduleId}' } })
    .input(updateScheduleInput)
    .mutation(({ ctx, input }) => updateSchedule(ctx.actor, input)),
  remove: procedure
    .meta({ rest: { method: 'DELETE', path: '/schedules/{scheduleId}' } })
    .input(scheduleIdInput)
    .mutation(({ ctx, input }) => removeSchedule(ctx.actor, input)),
});
