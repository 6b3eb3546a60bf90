import { eq, gte } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceSchedule } from './announce-schedule';
import { localDateOf } from './local-date-of';
import type { Holiday, setHolidaysInput } from './model';
import { canEditSchedules } from './policy';
import { lockClient } from './schedule-queries';
import { clientHolidays } from './tables';

/**
 * Replaces a client's holidays from today on (on the client's wall); those gone by stay.
 * @throws DomainError INVALID for a date gone by, or named twice
 */
export async function setHolidays(
  actor: Actor,
  { clientId, holidays }: z.output<typeof setHolidaysInput>,
): Promise<Holiday[]> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canEditSchedules(actor, { clientId }));
    const client = requireFound(await lockClient(tx, clientId), 'client');
    const today = localDateOf(tx.now, client.timeZone);
    const dates = holidays.map(({ date }) => date);
    const problems = dates.flatMap((date, n) => {
      const field = `holidays.${n}.date`;
      if (date < today) return [{ field, words: 'This day has gone by.' }];
      return dates.indexOf(date) < n ? [{ field, words: 'This day stands there twice.' }] : [];
    });
    if (problems.length > 0) throw new DomainError('INVALID', 'These holidays cannot be kept so.', problems);
    await tx.db
      .delete(clientHolidays)
      .where(
        within(tx, clientHolidays, eq(clientHolidays.clientId, clientId), gte(clientHolidays.date, today)),
      );
    const { organizationId } = actor;
    if (holidays.length > 0) {
      await tx.db
        .insert(clientHolidays)
        .values(holidays.map((holiday) => ({ ...holiday, clientId, organizationId })));
    }
    await recordAudit(tx, 'holidays.set', { id: clientId, clientId }, { days: holidays.length });
    await announceSchedule(tx, { scheduleId: null, clientId }, tx.now);
    return holidays.toSorted((a, b) => a.date.localeCompare(b.date));
  });
}
