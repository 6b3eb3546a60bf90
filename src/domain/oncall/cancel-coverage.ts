import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceSchedule } from './announce-schedule';
import { findCoverage } from './change-queries';
import type { coverageIdInput } from './model';
import { canEditSchedules } from './policy';
import { lockSchedule } from './schedule-queries';
import { onCallCoverages } from './tables';

/**
 * Calls a coverage off, or ends one that runs: what it said until now stays on record.
 * @throws DomainError CONFLICT when it is over already
 */
export async function cancelCoverage(
  actor: Actor,
  { coverageId }: z.output<typeof coverageIdInput>,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    const { scheduleId } = requireFound(await findCoverage(tx, coverageId), 'coverage');
    await lockSchedule(tx, scheduleId);
    const coverage = requireFound(await findCoverage(tx, coverageId), 'coverage');
    tx.authorize(canEditSchedules(actor, coverage));
    if (coverage.endsAt <= tx.now) throw new DomainError('CONFLICT', 'This coverage is over already.');
    await tx.db
      .update(onCallCoverages)
      .set({ cancelledAt: tx.now })
      .where(within(tx, onCallCoverages, eq(onCallCoverages.id, coverageId)));
    await recordAudit(tx, 'coverage.cancelled', coverage, { scheduleId });
    await announceSchedule(tx, coverage, coverage.startsAt < tx.now ? tx.now : coverage.startsAt);
  });
}
