import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type ReadTx } from '../../db/transaction';
import { within } from '../../db/within';
import type { Actor } from '../../kernel/actor';
import { after, SECOND } from '../../kernel/duration';
import { DomainError, requireFound } from '../../kernel/errors';
import { recordAudit } from '../audit/record-audit';
import { presenceSeconds } from '../tenancy/model';
import { loadPresence } from '../tenancy/presence-queries';
import { memberships } from '../tenancy/tables';
import { announceCall } from './announce-call';
import type { CallCard, transferCallInput } from './model';
import { canTransferCall } from './policy';
import { loadCallCard } from './queries';
import { calls } from './tables';

/**
 * Offers a call to a colleague, with its log. Until the colleague takes it, it stays where it is; offering it to
 * somebody else instead withdraws the first offer.
 * @throws DomainError NOT_FOUND for anybody who is not of the staff; CONFLICT for a call that nobody has or that is
 *   over, and for a colleague who is not at a desk
 */
export async function transferCall(
  actor: Actor,
  { callId, toMemberId, words }: z.output<typeof transferCallInput>,
): Promise<CallCard> {
  return writeTx(actor, async (tx) => {
    const call = requireFound(await loadCallCard(tx, callId, { isLocked: true }), 'call');
    tx.authorize(
      canTransferCall(actor, call),
      'Whoever has this call, or an account manager, hands it over.',
    );
    requireInHand(call);
    const colleague = await requireAtDesk(tx, toMemberId, tx.now);
    if (colleague.id === call.answeredById) {
      throw new DomainError('CONFLICT', `${colleague.name} has this call already.`);
    }
    if (call.handoverToId === colleague.id && call.handoverWords === words) {
      tx.noteUnrecorded();
      return call;
    }
    await tx.db
      .update(calls)
      .set({
        handoverToId: colleague.id,
        handoverToName: colleague.name,
        handoverWords: words,
        handoverAt: tx.now,
      })
      .where(within(tx, calls, eq(calls.id, callId), inArray(calls.state, ['live', 'wrap_up'])));
    await recordAudit(tx, 'call.offered', call, { toId: colleague.id, fromId: call.answeredById });
    return announceCall(tx, callId);
  });
}

function requireInHand({ state, answeredById }: CallCard): void {
  if (state === 'closed' || state === 'abandoned') {
    throw new DomainError('CONFLICT', 'This call is over. Its log can be read by every colleague.');
  }
  if (state === 'ringing' || answeredById === null) {
    throw new DomainError(
      'CONFLICT',
      'Nobody of the desk has this call: it can be answered, not handed over.',
    );
  }
}

async function requireAtDesk(tx: ReadTx, memberId: string, now: Date): Promise<{ id: string; name: string }> {
  const isStaff = and(
    eq(memberships.id, memberId),
    isNull(memberships.clientId),
    isNull(memberships.disabledAt),
  );
  const [member] = await tx.db
    .select({ id: memberships.id, name: memberships.name })
    .from(memberships)
    .where(within(tx, memberships, isStaff));
  const colleague = requireFound(member, 'colleague');
  const presence = await loadPresence(tx, memberId);
  if (presence === undefined || presence.seenAt <= after(now, -presenceSeconds * SECOND)) {
    throw new DomainError(
      'CONFLICT',
      `${colleague.name} is not at a desk right now. Choose somebody who is.`,
    );
  }
  return colleague;
}
