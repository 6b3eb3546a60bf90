import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceSchedule } from './announce-schedule';
import { findOverride } from './change-queries';
import type { overrideIdInput } from './model';
import { canEditSchedules } from './policy';
import { lockSchedule } from './schedule-queries';
import { onCallOverrides } from './tables';

/**
 * Calls an override off, or ends one that runs: what it said until now stays on record.
 * @throws DomainError CONFLICT when it is over already
 */
export async function cancelOverride(
  actor: Actor,
  { overrideId }: z.output<typeof overrideIdInput>,
): Promise<void> {
  await writeTx(actor, async (tx) => {
    const { scheduleId } = requireFound(await findOverride(tx, overrideId), 'override');
    await lockSchedule(tx, scheduleId);
    const override = requireFound(await findOverride(tx, overrideId), 'override');
    tx.authorize(canEditSchedules(actor, override));
    if (override.endsAt <= tx.now) throw new DomainError('CONFLICT', 'This override is over already.');
    await tx.db
      .update(onCallOverrides)
      .set({ cancelledAt: tx.now })
      .where(within(tx, onCallOverrides, eq(onCallOverrides.id, overrideId)));
    await recordAudit(tx, 'override.cancelled', override, { scheduleId });
    await announceSchedule(tx, override, override.startsAt < tx.now ? tx.now : override.startsAt);
  });
}
