import { and, eq } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { requireRow } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { toE164 } from '../../kernel/phone';
import { recordAudit } from '../audit/record-audit';
import { loadChosenPlaybook } from '../playbooks/queries';
import { loadDidOwner } from './did-queries';
import { markRangAgain } from './mark-rang-again';
import type { RouteReason } from './model';
import { calls } from './tables';

type Ring = {
  from: string;
  to: string;
  routeReason: RouteReason;
  /** The telephony connection, or `desk`. */
  source: string;
  providerCallId: string | undefined;
  at: Date;
};

/**
 * Finds the call that a switch speaks of, or enters it. One query answers DID → client → briefing in force.
 * A dialled number that belongs to nobody still makes a call; it has no client.
 * @returns the call's id, and whether it is new
 */
export async function registerCall(tx: WriteTx, ring: Ring): Promise<{ id: string; isNew: boolean }> {
  if (ring.providerCallId !== undefined) {
    const [known] = await tx.db
      .select({ id: calls.id })
      .from(calls)
      .where(within(tx, calls, eq(calls.providerCallId, ring.providerCallId), eq(calls.source, ring.source)));
    if (known !== undefined) return { id: known.id, isNew: false };
  }
  const dnis = toE164(ring.to) ?? ring.to;
  const ani = toE164(ring.from);
  const owner = await loadDidOwner(tx, dnis, tx.now);
  const playbook = await loadChosenPlaybook(tx, {
    briefing: owner?.briefingPlaybookId,
    client: owner?.clientPlaybookId,
  });

  const [entered] = await tx.db
    .insert(calls)
    .values({
      organizationId: tx.actor.organizationId,
      id: newId(),
      clientId: owner?.clientId ?? null,
      source: ring.source,
      providerCallId: ring.providerCallId ?? null,
      dnis,
      ani: ani ?? ring.from,
      isAniValid: ani !== null,
      routeReason: ring.routeReason,
      answerPhrase: owner?.answerPhrase ?? '',
      didLabel: owner?.label ?? null,
      briefingId: owner?.briefingId ?? null,
      briefingVersionId: owner?.versionId ?? null,
      ringAt: ring.at,
      callerPhone: ani,
      playbookId: playbook.id,
      playbookVersion: playbook.version,
    })
    .onConflictDoNothing()
    .returning({ id: calls.id, clientId: calls.clientId });
  if (entered === undefined) {
    // The same event twice at the same instant: the other transaction entered the call.
    const [other] = await tx.db
      .select({ id: calls.id })
      .from(calls)
      .where(
        and(
          within(tx, calls, eq(calls.source, ring.source)),
          eq(calls.providerCallId, ring.providerCallId ?? ''),
        ),
      );
    return { id: requireRow(other).id, isNew: false };
  }
  if (ani !== null) await markRangAgain(tx, entered.id);
  await recordAudit(tx, 'call.registered', entered, { routeReason: ring.routeReason });
  return { id: entered.id, isNew: true };
}
