import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { toE164 } from '../../kernel/phone';
import { announceCall } from './announce-call';
import type { CallCard, popCallInput } from './model';
import { canRegisterCall } from './policy';
import { loadCallCard } from './queries';
import { registerCall } from './register-call';
import { calls } from './tables';

/**
 * A softphone pops: the call that a switch reported under this id, else the one that rings between these numbers,
 * else a new one.
 */
export async function popCall(actor: Actor, input: z.output<typeof popCallInput>): Promise<CallCard> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canRegisterCall(actor));
    const [known] = await tx.db
      .select({ id: calls.id })
      .from(calls)
      .where(
        input.providerCallId === undefined
          ? within(
              tx,
              calls,
              eq(calls.state, 'ringing'),
              eq(calls.dnis, toE164(input.to) ?? input.to),
              eq(calls.ani, toE164(input.from) ?? input.from),
            )
          : within(tx, calls, eq(calls.providerCallId, input.providerCallId)),
      )
      .orderBy(desc(calls.id))
      .limit(1);
    if (known !== undefined) {
      tx.noteUnrecorded();
      return requireFound(await loadCallCard(tx, known.id), 'call');
    }
    const { id } = await registerCall(tx, {
      from: input.from,
      to: input.to,
      routeReason: 'overflow',
      source: 'desk',
      providerCallId: input.providerCallId,
      at: tx.now,
    });
    return announceCall(tx, id);
  });
}
