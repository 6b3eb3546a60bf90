import { setTimeout as sleep } from 'node:timers/promises';
import { engineActor } from '@/db/gate';
import { recordAttemptOutcomes } from '@/domain/escalations/record-attempt-outcomes';
import { skipDelivery } from '@/domain/escalations/skip-delivery';
import { claimDeliveries, type Claimed } from '@/domain/notifications/claim-deliveries';
import type { ClaimedDelivery } from '@/domain/notifications/claimed-delivery';
import type { Finished } from '@/domain/notifications/finish-attempts';
import type { SendLimits } from '@/domain/notifications/room-to-send';
import { DomainError } from '@/kernel/errors';
import { SECOND } from '@/kernel/duration';
import { log } from '@/kernel/log';
import type { Channel, FoundMessage } from './channels/channel';
import type { Turn } from './connection';
import { countFault } from './faults';
import { gather } from './gather';
import { pass } from './moments';

/*
 * One message, handed over once if the world allows it, and twice rather than never.
 *
 * Three moments follow one another, and between each two of them this program, the database or the machine may die.
 *
 * 1. The claim, a short transaction: the delivery becomes `sending` until a lease of a minute runs out, and an attempt
 *    row says so. It is refused when the delivery was cancelled, sent or taken meanwhile, so it does not matter how
 *    often a delivery is queued. Two things are settled here because only here everything is known: whether there is
 *    room (a provider and a recipient take so many messages in so much time; what finds none waits on, in sight), and
 *    what travels together (three or more escalations that wait for one address become one message; each of its rows is
 *    claimed, has an attempt, and shares the outcome). Death before the claim's commit leaves the rows as they were:
 *    due. The queue finds the job stalled and hands it to another worker; were the queue gone too, the sweep finds the
 *    row after its own lease.
 * 2. The hand-over, outside of any transaction, because a mail server may take its time and a row lock must not. Every
 *    channel is cut off after 20 s, well inside the lease. Death here leaves `sending`, and we do not know whether the
 *    provider had taken the message. Nothing happens until the lease is over; then the claim of the next worker closes
 *    the old attempt as `unknown` and begins another. Where the provider can be asked it is asked first: what it has is
 *    written down as sent and not sent again, what it never got is sent as if nothing had been. Where it cannot be
 *    asked, the message goes again, marked as possibly duplicated, under the same Message-ID or event id, by which the
 *    receiving side can tell. A second page is better than silence. A server that had the whole message and did not
 *    answer leaves the same doubt, and is retried the same way.
 * 3. The outcome, a transaction with everything that follows from it: the timelines, the time of the next attempt, the
 *    next way to the same person, or the next step at once. A report of the provider that came before its own answer
 *    was kept with the attempt and counts now. Death between the server's "250" and this commit looks from outside like
 *    death in 2, and ends like it. Where it is only the database that is away, this program still knows the answer and
 *    keeps trying to write it down for as long as its lease surely holds, so that a restart of PostgreSQL duplicates
 *    nothing. A worker that comes back with an outcome after its lease changes the delivery no more: the later attempt
 *    stands.
 *
 * Under load, claims and outcomes of one tenant that arrive while another transaction is under way share the next one
 * (gather.ts). That changes what a commit costs, not what it means: no message goes before the commit of its own
 * attempt, and no transaction is open while one goes.
 *
 * The job that brought us here carries ids and no truth. Its organization was read from the row when the sweep
 * claimed it, and opens the transaction; were the pair wrong, row security would show no such delivery and nothing
 * would be sent. An error thrown from here ends the job and nothing else: the row is looked at again when it is due.
 */

/** Of the lease's 60 s, counted from the claim; the rest is for what a machine under load adds. */
const KEEP_TRYING_TO_RECORD = 50 * SECOND;

type Answer = Omit<Finished, 'claimed'>;
type Hands = { send: Channel['send']; find?: Channel['find'] };

/** The work on one delivery's turn. @param onTaken called when a turn left the queue: there is room for another */
export function deliverBy(
  hands: Hands,
  limits: SendLimits,
  onTaken: () => void = () => undefined,
): (turn: Turn) => Promise<void> {
  const claim = gather(async (organizationId, ids: readonly string[]) =>
    shareOut(ids, await claimDeliveries(engineActor(organizationId), ids, limits)),
  );
  const record = gather(async (organizationId, finished: readonly Finished[]) => {
    await recordAttemptOutcomes(engineActor(organizationId), finished);
    return finished;
  });

  return async ({ organizationId, id }) => {
    const begunAt = performance.now();
    pass('before claim');
    const { claimed, refused } = await claim(organizationId, id).finally(onTaken);
    if (refused !== undefined) {
      await skipDelivery(engineActor(organizationId), { deliveryId: id, words: refused });
    }
    if (claimed === undefined) return;
    pass('claimed');
    const answer = await handOver(claimed, hands);
    const { outcome, found } = answer;
    log().debug(
      { deliveryId: claimed.id, attempt: claimed.attempts, outcome: outcome.kind, found },
      'an attempt ended',
    );
    pass('answered');
    await persistently(() => record(organizationId, { claimed, ...answer }), begunAt);
    pass('recorded');
  };
}

/** What each turn is to do: an envelope goes with the first of its deliveries whose turn it is. */
function shareOut(ids: readonly string[], { claimed, refused }: Claimed) {
  const given = new Set<ClaimedDelivery>();
  const envelopes = new Map(
    claimed.flatMap((one) => [one, ...one.carried].map(({ id }) => [id, one] as const)),
  );
  const words = new Map(refused.map((one) => [one.id, one.words]));
  return ids.map((id) => {
    const envelope = envelopes.get(id);
    const isFree = envelope !== undefined && !given.has(envelope);
    if (isFree) given.add(envelope);
    return { claimed: isFree ? envelope : undefined, refused: words.get(id) };
  });
}

async function handOver(claimed: ClaimedDelivery, { send, find }: Hands): Promise<Answer> {
  try {
    pass('handing over');
    if (!claimed.wasInterrupted) return { outcome: await send(claimed) };
    const found = await ask(claimed, find);
    if (found.kind === 'unknown') return { outcome: await send(claimed) };
    if (found.kind === 'absent') {
      return { outcome: await send({ ...claimed, isPossiblyDuplicated: false }), found: 'absent' };
    }
    return { outcome: { kind: 'sent', providerId: found.providerId }, found: 'found' };
  } catch (error) {
    // A fault of ours is an attempt that failed: a message that cannot even be written must come to an end.
    log().error({ err: error, deliveryId: claimed.id }, 'a message could not be handed over');
    await countFault('delivery', { organizationId: claimed.organizationId, id: claimed.id }, error);
    const words = 'Something in Calmline went wrong while sending.';
    return { outcome: { kind: 'failed_temporary', words } };
  }
}

/** A question that fails is no answer. */
async function ask(claimed: ClaimedDelivery, find: Channel['find']): Promise<FoundMessage> {
  try {
    return (await find?.(claimed)) ?? { kind: 'unknown' };
  } catch (error) {
    log().warn({ err: error, deliveryId: claimed.id }, 'a provider could not be asked for a message');
    return { kind: 'unknown' };
  }
}

async function persistently(write: () => Promise<unknown>, claimedAt: number): Promise<void> {
  for (;;) {
    try {
      await write();
      return;
    } catch (error) {
      if (error instanceof DomainError || performance.now() - claimedAt > KEEP_TRYING_TO_RECORD) throw error;
      log().warn({ err: error }, 'an outcome could not be written down yet');
      await sleep(SECOND / 2);
    }
  }
}
