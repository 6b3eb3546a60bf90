import { setTimeout as sleep } from 'node:timers/promises';
import { engineActor } from '@/db/gate';
import { recordAttemptOutcome } from '@/domain/escalations/record-attempt-outcome';
import { claimDelivery, type ClaimedDelivery } from '@/domain/notifications/claim-delivery';
import type { SendOutcome } from '@/domain/notifications/model';
import { recordNoticeOutcome } from '@/domain/notifications/record-notice-outcome';
import { DomainError } from '@/kernel/errors';
import { SECOND } from '@/kernel/duration';
import { log } from '@/kernel/log';
import type { Send } from './channels/channel';
import type { Turn } from './connection';

/*
 * One message, handed over once if the world allows it, and twice rather than never.
 *
 * Three moments follow one another, and between each two of them this program, the database or the machine may die.
 *
 * 1. The claim, a short transaction: the delivery becomes `sending` until a lease of a minute runs out, and an attempt
 *    row says so. It is refused when the delivery was cancelled, sent or taken meanwhile, so it does not matter how
 *    often a delivery is queued. Death before its commit leaves the row as it was: due. The queue finds the job
 *    stalled and hands it to another worker; were the queue gone too, the sweep finds the row after its own lease.
 * 2. The hand-over, outside of any transaction, because a mail server may take its time and a row lock must not. Every
 *    channel is cut off after 20 s, well inside the lease. Death here leaves `sending`, and nobody can know whether
 *    the server had taken the message. Nothing happens until the lease is over; then the claim of the next worker
 *    closes the old attempt as `unknown`, marks the delivery possibly duplicated, and sends it again under the same
 *    Message-ID, by which the receiving side can tell. A second page is better than silence.
 *    A server that had the whole message and did not answer leaves the same doubt, and is retried the same way.
 * 3. The outcome, a transaction with everything that follows from it: the timeline, the time of the next attempt, or
 *    the next step at once. Death between the server's "250" and this commit looks from outside like death in 2, and
 *    ends like it. Where it is only the database that is away, this program still knows the answer and keeps trying
 *    to write it down for as long as its lease surely holds, so that a restart of PostgreSQL duplicates nothing.
 *    A worker that comes back with an outcome after its lease changes the delivery no more: the later attempt stands.
 *
 * The job that brought us here carries ids and no truth. Its organization was read from the row when the sweep
 * claimed it, and opens the transaction; were the pair wrong, row security would show no such delivery and nothing
 * would be sent. An error thrown from here ends the job and nothing else: the row is looked at again when it is due.
 */

/** Of the lease's 60 s, a send may take 20; some are left for what a machine under load adds. */
const KEEP_TRYING_TO_RECORD = 30 * SECOND;

export async function deliver({ organizationId, id }: Turn, send: Send): Promise<void> {
  const actor = engineActor(organizationId);
  const claimed = await claimDelivery(actor, id);
  if (claimed === null) return;
  const outcome = await handOver(claimed, send);
  log().info({ deliveryId: id, attempt: claimed.attempts, outcome: outcome.kind }, 'an attempt ended');
  const record = claimed.cause === 'notice' ? recordNoticeOutcome : recordAttemptOutcome;
  await persistently(() => record(actor, claimed, outcome));
}

/** Faults of ours count as attempts too: a message that cannot even be written must come to an end, and the next step. */
async function handOver(claimed: ClaimedDelivery, send: Send): Promise<SendOutcome> {
  try {
    return await send(claimed);
  } catch (error) {
    log().error({ err: error, deliveryId: claimed.id }, 'a message could not be handed over');
    return { kind: 'failed_temporary', words: 'Something in Calmline went wrong while sending.' };
  }
}

async function persistently(write: () => Promise<void>): Promise<void> {
  const giveUpAt = performance.now() + KEEP_TRYING_TO_RECORD;
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (error instanceof DomainError || performance.now() > giveUpAt) throw error;
      log().warn({ err: error }, 'an outcome could not be written down yet');
      await sleep(SECOND / 2);
    }
  }
}
