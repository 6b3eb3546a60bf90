import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { clients } from '../clients/tables';
import { memberships } from '../tenancy/tables';
import { announceCoaching } from './announce-coaching';
import { fairDraw } from './fair-draw';
import { mostDrawn, type drawSamplesInput } from './model';
import { canDrawSamples } from './policy';
import { loadDrawable, loadDrawn, lockDraws } from './sample-queries';
import { callSamples } from './tables';

type Wanted = z.output<typeof drawSamplesInput>;

/**
 * Draws calls at random until of each operator so many of this time are looked at; drawing again brings nobody more.
 * @returns how many were drawn, and of how many operators
 */
export async function drawSamples(
  actor: Actor,
  wanted: Wanted,
): Promise<{ drawn: number; operators: number }> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canDrawSamples(actor));
    await requireNamed(tx, wanted);
    await lockDraws(tx);
    const { from, to, perOperator, clientId = null } = wanted;
    const drawn = await loadDrawn(tx, wanted);
    const chosen = fairDraw(await loadDrawable(tx, wanted), { perOperator, most: mostDrawn, drawn });
    const operatorIds = [...new Set(chosen.map(({ operatorId }) => operatorId))];
    if (chosen.length > 0) {
      const { organizationId, name: drawnByName } = actor;
      await tx.db
        .insert(callSamples)
        .values(
          chosen.map((call) => ({
            ...call,
            organizationId,
            state: 'open' as const,
            drawnAt: tx.now,
            drawnByName,
          })),
        )
        .onConflictDoNothing();
      await announceCoaching(tx, operatorIds);
    }
    const counts = { drawn: chosen.length, operators: operatorIds.length };
    const subject = { id: actor.organizationId, clientId };
    await recordAudit(tx, 'samples.drawn', subject, { from, to, perOperator, ...counts });
    return counts;
  });
}

async function requireNamed(tx: WriteTx, { clientId, operatorId }: Wanted): Promise<void> {
  if (clientId !== undefined) {
    const isClient = within(tx, clients, eq(clients.clientId, clientId));
    requireFound((await tx.db.select({ name: clients.name }).from(clients).where(isClient))[0], 'client');
  }
  if (operatorId !== undefined) {
    const isPerson = within(tx, memberships, eq(memberships.id, operatorId));
    requireFound(
      (await tx.db.select({ name: memberships.name }).from(memberships).where(isPerson))[0],
      'person',
    );
  }
}
