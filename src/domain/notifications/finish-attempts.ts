import { sql } from 'drizzle-orm';
import { givenRows } from '../../db/given-rows';
import { isOneOf } from '../../db/one-of';
import type { WriteTx } from '../../db/transaction';
import { announceInboxes } from './announce-inboxes';
import type { Carried, ClaimedDelivery } from './claimed-delivery';
import { closeLostAttempts } from './close-lost-attempts';
import type { SendOutcome } from './model';
import { settled, type EarlyReport, type Settled } from './settled';
import { attempts } from './tables';

/**
 * One hand-over and its outcome. `found`: its provider was asked for the attempt that a dead worker had begun, and had
 * it (`outcome` then says so, and nothing was sent again), or never got it.
 */
export type Finished = {
  claimed: ClaimedDelivery;
  outcome: SendOutcome;
  found?: 'found' | 'absent' | undefined;
};

/** A delivery that this outcome settled. */
export type SettledDelivery = { claimed: ClaimedDelivery; own: Carried; settled: Settled };

const rowsOf = ({ claimed }: Finished): Carried[] => [claimed, ...claimed.carried];

/**
 * Writes down what became of attempts, inside a larger write; what travelled in one message shares its outcome.
 * @returns the deliveries that changed. Missing are those whose attempt no longer counts (its lease ran out and another
 *   worker took over): the later attempt's outcome stands, this one's is kept with the attempt
 */
export async function finishAttempts(tx: WriteTx, finished: readonly Finished[]): Promise<SettledDelivery[]> {
  for (const { claimed, found } of finished) {
    if (found !== undefined) await closeLostAttempts(tx, [claimed, ...claimed.carried], found);
  }
  const early = await holdAttempts(tx, finished);
  const all = finished.flatMap((one): SettledDelivery[] => {
    const report = early.get(one.claimed.attemptId) ?? NO_REPORT;
    return rowsOf(one).map((own) => ({
      claimed: one.claimed,
      own,
      settled: settled(one.outcome, report, own.attempts, tx.now),
    }));
  });
  const providerIds = new Map(
    finished.map(({ claimed, outcome }) => [
      claimed.attemptId,
      outcome.kind === 'sent' ? outcome.providerId : null,
    ]),
  );
  const rows = all.map(({ claimed, own, settled: { deliveredAt, sentAt, ...rest } }) => ({
    ...rest,
    id: own.id,
    attemptId: own.attemptId,
    attempts: own.attempts,
    providerId: providerIds.get(claimed.attemptId),
    deliveredAt,
    sentAt,
  }));
  const organizationId = tx.actor.organizationId;
  const changed = await tx.db.execute<{ id: string }>(sql`
    with r as materialized (select * from ${givenRows(rows, COLUMNS)} as r),
    ended as (
      update attempts a set state = r."attemptState", failure = r.failure, provider_id = r."providerId",
        finished_at = ${tx.now.toISOString()}::timestamptz
      from r where a.organization_id = ${organizationId} and a.id = r."attemptId"
    )
    update deliveries d set state = r.state, failure = r.failure, next_attempt_at = r."nextAttemptAt",
      claimed_until = null, sending_until = null, sent_at = r."sentAt", delivered_at = r."deliveredAt"
    from r
    where d.organization_id = ${organizationId} and d.id = r.id and (d.state || '') = 'sending'
      and d.attempts = r.attempts
    returning d.id`);
  const isChanged = new Set(changed.map(({ id }) => id));
  const finishedRows = all.filter(({ own }) => isChanged.has(own.id));
  const arrived = finishedRows.filter(
    ({ claimed, settled: { failure } }) => claimed.channel === 'app' && failure === null,
  );
  await announceInboxes(
    tx,
    arrived.map(({ own }) => own.methodId),
  );
  return finishedRows;
}

const COLUMNS =
  'id uuid, "attemptId" uuid, attempts integer, state text, "attemptState" text, failure text, "providerId" text, ' +
  '"nextAttemptAt" timestamptz, "sentAt" timestamptz, "deliveredAt" timestamptz';

const NO_REPORT: EarlyReport = { report: null, reportWords: null, reportedAt: null };

/** A report that comes in this instant waits for this write, or is read by it. */
async function holdAttempts(tx: WriteTx, finished: readonly Finished[]): Promise<Map<string, EarlyReport>> {
  const ids = finished.map(({ claimed }) => claimed.attemptId);
  const rows = await tx.db.execute<{ id: string; at: number | null } & Omit<EarlyReport, 'reportedAt'>>(sql`
    select id, report, report_words as "reportWords", extract(epoch from reported_at)::double precision * 1000 as at
    from attempts where organization_id = ${tx.actor.organizationId} and ${isOneOf(attempts.id, ids)}
    order by id for no key update`);
  return new Map(
    rows.map(({ id, at, ...report }) => [id, { ...report, reportedAt: at === null ? null : new Date(at) }]),
  );
}
