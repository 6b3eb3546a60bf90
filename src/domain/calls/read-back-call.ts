import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { announceCall } from './announce-call';
import type { CallCard, readBackCallInput } from './model';
import { canWorkCall } from './policy';
import { loadOpenCall } from './queries';
import { calls } from './tables';

/** The operator repeated the outcome; `agreed` once the caller said yes to it. */
export async function readBackCall(
  actor: Actor,
  input: z.output<typeof readBackCallInput>,
): Promise<CallCard> {
  return writeTx(actor, async (tx) => {
    const call = requireFound(await loadOpenCall(tx, input.callId), 'call');
    tx.authorize(canWorkCall(actor));
    await tx.db
      .update(calls)
      .set({ readBack: input.resolution })
      .where(within(tx, calls, eq(calls.id, call.id)));
    await recordAudit(tx, 'call.read_back', call, { resolution: input.resolution });
    return announceCall(tx, call.id);
  });
}
