import { eq, sql } from 'drizzle-orm';
import type { WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { newId } from '../../kernel/ids';
import type { CallEventType } from './model';
import { markRangAgain } from './mark-rang-again';
import { callEvents, calls } from './tables';

/** The operator a switch names, if it is one of ours. */
export type Answerer = { id: string; name: string } | null;

/**
 * Puts one event on record and lets it take effect, inside a larger write. Repeats change nothing; of two reports of
 * one thing the earlier instant counts, so the order of arrival does not matter. A call whose ring was never reported
 * began with the earliest thing that was.
 * @returns whether the event was new
 */
export async function applyCallEvent(
  tx: WriteTx,
  call: { id: string; clientId: string | null },
  event: { type: CallEventType; at: Date; answerer?: Answerer },
): Promise<boolean> {
  const { organizationId } = tx.actor;
  const recorded = await tx.db
    .insert(callEvents)
    .values({
      organizationId,
      id: newId(),
      clientId: call.clientId,
      callId: call.id,
      type: event.type,
      at: event.at,
      receivedAt: tx.now,
      byName: tx.actor.name,
    })
    .onConflictDoNothing()
    .returning({ id: callEvents.id });
  if (recorded.length === 0) return false;
  const [changed] = await tx.db
    .update(calls)
    .set({ ringAt: sql`least(${calls.ringAt}, ${instantOf(event)})`, ...changesOf(event) })
    .where(within(tx, calls, eq(calls.id, call.id)))
    // What is asked for here sees the row as it was.
    .returning({
      isAniValid: calls.isAniValid,
      hasMoved: sql<boolean>`calls.ring_at < (select was.ring_at from calls was
        where was.organization_id = calls.organization_id and was.id = calls.id)`,
    });
  if (changed?.hasMoved && changed.isAniValid) await markRangAgain(tx, call.id);
  return true;
}

function instantOf({ at }: { at: Date }) {
  return sql`${at.toISOString()}::timestamptz`;
}

function changesOf(event: { type: CallEventType; at: Date; answerer?: Answerer }) {
  const instant = instantOf(event);
  const { answerer } = event;
  switch (event.type) {
    case 'ringing':
      return {};
    case 'answered':
      return {
        answeredAt: sql`least(${calls.answeredAt}, ${instant})`,
        ...(answerer && {
          answeredById: sql`coalesce(${calls.answeredById}, ${answerer.id}::uuid)`,
          answeredByName: sql`coalesce(${calls.answeredByName}, ${answerer.name})`,
        }),
      };
    case 'held':
    case 'resumed':
      return {
        isHeld: sql`${calls.endedAt} is null and (select e.type = 'held' from call_events e
          where e.organization_id = ${calls.organizationId} and e.call_id = ${calls.id} and e.type in ('held', 'resumed')
          order by e.at desc, e.id desc limit 1)`,
      };
    case 'ended':
      return { endedAt: sql`least(${calls.endedAt}, ${instant})`, isHeld: false };
    case 'abandoned':
      return { abandonedAt: sql`least(${calls.abandonedAt}, ${instant})` };
  }
}
