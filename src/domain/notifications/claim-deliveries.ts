import { sql } from 'drizzle-orm';
import { givenRows } from '../../db/given-rows';
import { writeTx, type WriteTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { after, SECOND } from '../../kernel/duration';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import type { ClaimedDelivery } from './claimed-delivery';
import { closeInterrupted } from './close-interrupted';
import { holdDue, loadDue } from './due-queries';
import { refusalOf, type DueDelivery } from './due-delivery';
import { sortIntoEnvelopes, type Envelope } from './envelopes';
import { isEscalationMessage } from './message-kind';
import { canCarryDeliveries } from './policy';
import { holdRoom } from './hold-room';
import { moveLaterMethods } from './move-later-methods';
import { putOffDeliveries, type PutOff } from './put-off-deliveries';
import { saveRoom } from './save-room';
import { budgetsOf, takeRoom, type SendLimits } from './room-to-send';
import { skipDeliveries } from './skip-deliveries';

/** Longer than any provider may take: it is asked (20 s) and called (20 s), each cut off in time. */
const LEASE = 60 * SECOND;

/** As many as a channel is told of by name. */
const NAMED_COMPANIONS = 100;

const NO_LIMITS: SendLimits = { smsPerSecond: Infinity, callsPerSecond: Infinity };

export type Claimed = {
  claimed: ClaimedDelivery[];
  /** What must not go any more, and why: see skipDelivery. */
  refused: { id: string; words: string }[];
};

/**
 * Takes due deliveries of one tenant in hand, in one short transaction: writes their attempts `sending` before anybody
 * calls a provider. What waits for the same address may come along in one message; what its provider or its recipient
 * has no room for waits on. A delivery found `sending` past its lease was in the hands of a worker that died: that
 * attempt's outcome is unknown.
 * @param ids of those that are not due, cancelled, finished or in other hands nothing comes back
 */
export async function claimDeliveries(
  actor: Actor,
  ids: readonly string[],
  limits: SendLimits = NO_LIMITS,
): Promise<Claimed> {
  return writeTx(actor, async (tx) => {
    tx.authorize(canCarryDeliveries(actor));
    tx.noteUnrecorded();
    const held = await holdDue(tx, ids);
    if (held.length === 0) return { claimed: [], refused: [] };
    const asked = new Set(held.flatMap(({ id, isAsked }) => (isAsked ? [id] : [])));
    const all = await loadDue(
      tx,
      held.map(({ id }) => id),
    );
    const due = all.filter(({ delivery }) => asked.has(delivery.id));
    const companions = all.filter(({ delivery }) => !asked.has(delivery.id));
    const refused = due.flatMap((one) => {
      const words = one.isOver ? null : refusalOf(one);
      return words === null ? [] : [{ id: one.delivery.id, words }];
    });
    const isReady = (one: DueDelivery) => !one.isOver && refusalOf(one) === null && !isHeld(one);
    const envelopes = sortIntoEnvelopes(due.filter(isReady), companions.filter(isReady));
    const going = await findRoom(tx, envelopes, limits);
    await skipDeliveries(
      tx,
      all.flatMap(({ isOver, delivery }) => (isOver ? [delivery.id] : [])),
    );
    await putOffDeliveries(
      tx,
      due.flatMap((one) => (isHeld(one) && !one.isOver ? [putOff(one, tx.now)] : [])),
    );
    await moveLaterMethods(tx, going.flatMap(rowsOf));
    return { claimed: await take(tx, going), refused };
  });
}

/** An earlier way to the same person is overdue too and goes first; nothing is due in hand of a dead worker. */
const isHeld = ({ delivery, holdSeconds }: DueDelivery) =>
  delivery.state === 'pending' && holdSeconds !== null && holdSeconds > 0;

const putOff = ({ delivery, holdSeconds }: DueDelivery, now: Date): PutOff => ({
  id: delivery.id,
  until: after(now, (holdSeconds ?? 0) * SECOND),
  waitsFor: 'method_delay',
});

const rowsOf = ({ carrier, companions }: Envelope) => [carrier, ...companions];

/** What there is room for; the rest waits on, the most urgent in front. What a dead worker had in hand has its room. */
async function findRoom(
  tx: WriteTx,
  envelopes: readonly Envelope[],
  limits: SendLimits,
): Promise<Envelope[]> {
  const sorted = envelopes.toSorted((a, b) => a.carrier.delivery.priority - b.carrier.delivery.priority);
  const asked = sorted.map((envelope) => budgetsOf(envelope.carrier.delivery, limits));
  const { used, entered } = await holdRoom(tx, asked.flat());
  const full: PutOff[] = [];
  const going = sorted.filter((envelope, n) => {
    const until = takeRoom(asked[n] ?? [], used, tx.now, envelope.carrier.delivery.priority);
    if (until === null || envelope.carrier.delivery.state === 'sending') return true;
    for (const { delivery } of rowsOf(envelope)) full.push({ id: delivery.id, until, waitsFor: 'throttled' });
    return false;
  });
  await Promise.all([putOffDeliveries(tx, full), saveRoom(tx, used, entered)]);
  return going;
}

/** An attempt before may have reached somebody: its outcome is unknown, or its worker died. */
const isDoubtful = ({ delivery, isInDoubt }: DueDelivery) => isInDoubt || delivery.state === 'sending';

async function take(tx: WriteTx, envelopes: readonly Envelope[]): Promise<ClaimedDelivery[]> {
  if (envelopes.length === 0) return [];
  const claimed = envelopes.map((envelope) => toClaimed(envelope, tx.now));
  const doubtful = new Set(
    envelopes.flatMap(rowsOf).flatMap((due) => (isDoubtful(due) ? [due.delivery.id] : [])),
  );
  const taken = claimed.flatMap(({ carried, ...carrier }) =>
    [carrier, ...carried].map(({ id, attemptId, attempts }) => ({
      id,
      attemptId,
      attempts,
      bundleId: carrier.bundleId,
      isDoubtful: doubtful.has(id),
    })),
  );
  const organizationId = tx.actor.organizationId;
  const now = tx.now.toISOString();
  const until = after(tx.now, LEASE).toISOString();
  const lost = envelopes.flatMap(rowsOf).filter(({ delivery }) => delivery.state === 'sending');
  await closeInterrupted(
    tx,
    lost.map(({ delivery }) => delivery.id),
  );
  await tx.db.execute(sql`
    with taken as materialized (
      select * from ${givenRows(taken, 'id uuid, "attemptId" uuid, attempts integer, "bundleId" uuid, "isDoubtful" boolean')} as taken
    ),
    changed as (
      update deliveries d set state = 'sending', attempts = t.attempts, sending_until = ${until}::timestamptz,
        claimed_until = null, waits_for = null, bundle_id = t."bundleId",
        is_possibly_duplicated = d.is_possibly_duplicated or t."isDoubtful"
      from taken t where d.organization_id = ${organizationId} and d.id = t.id
      returning d.id, d.client_id
    )
    insert into attempts (organization_id, id, client_id, delivery_id, number, state, started_at)
    select ${organizationId}, t."attemptId", changed.client_id, t.id, t.attempts, 'sending', ${now}::timestamptz
    from changed join taken t on t.id = changed.id`);
  for (const { delivery } of lost) {
    await recordAudit(tx, 'delivery.resent', delivery, { attempt: delivery.attempts + 1 });
  }
  return claimed;
}

function toClaimed({ carrier, companions, wasInterrupted }: Envelope, now: Date): ClaimedDelivery {
  const { delivery, lostAttemptAt } = carrier;
  const newestFirst = companions
    .map(({ delivery: companion }) => companion)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return {
    ...delivery,
    state: 'sending',
    attempts: delivery.attempts + 1,
    sendingUntil: after(now, LEASE),
    claimedUntil: null,
    waitsFor: null,
    bundleId: companions.length === 0 ? null : delivery.id,
    isPossiblyDuplicated: delivery.isPossiblyDuplicated || isDoubtful(carrier),
    attemptId: newId(),
    claimedAt: now,
    wasInterrupted,
    interruptedAt: wasInterrupted ? lostAttemptAt : null,
    companionCount: companions.length,
    companions: newestFirst
      .slice(0, NAMED_COMPANIONS)
      .filter((companion) => isEscalationMessage(companion))
      .map(({ id, message: { clientName, summary, urgency } }) => ({
        deliveryId: id,
        clientName,
        summary,
        urgency,
      })),
    isAcrossClients: newestFirst.some(({ clientId }) => clientId !== delivery.clientId),
    carried: newestFirst.map(
      ({ id, cause, causeId, cycle, step, methodId, recipientId, recipientName, attempts }) => ({
        id,
        cause,
        causeId,
        cycle,
        step,
        methodId,
        recipientId,
        recipientName,
        attempts: attempts + 1,
        attemptId: newId(),
      }),
    ),
  };
}
