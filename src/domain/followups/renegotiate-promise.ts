import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import { within } from '../../db/within';
import { isStaff, type Actor } from '../../kernel/actor';
import { DomainError, requireFound, requireRow } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { loadCallCard } from '../calls/queries';
import { loadPlaybook } from '../playbooks/queries';
import { announcePromise } from '../promises/announce-promise';
import { dueWords } from '../promises/due-words';
import { endPromise } from '../promises/end-promise';
import type { PromiseCard, renegotiatePromiseInput } from '../promises/model';
import { canRenegotiatePromise } from '../promises/policy';
import { endedPromiseWords } from '../promises/promise-ending';
import { loadPromise, lockPromise } from '../promises/promise-queries';
import { recordPromiseEvent } from '../promises/record-promise-event';
import { loadFirstReminder } from '../promises/reminder-queries';
import { promiseStyle, spokenPromise } from '../promises/spoken-promise';
import { promises } from '../promises/tables';
import { requirePermitted } from './promise-ground-queries';

type Input = z.output<typeof renegotiatePromiseInput>;

/**
 * With the caller's consent another promise stands in the place of this one, under the same rules: the briefing in force
 * permits it, and somebody is there to keep it. Both stay in the ledger; the first counts neither as kept nor as broken.
 * @returns the promise that is open now
 * @throws DomainError CONFLICT, with who and when, when it has ended already; INVALID, field by field, where the other
 *   one must not be promised
 */
export async function renegotiatePromise(actor: Actor, input: Input): Promise<PromiseCard> {
  return writeTx(actor, async (tx) => {
    const promise = requireFound(await lockPromise(tx, input.promiseId), 'promise');
    tx.authorize(canRenegotiatePromise(actor, promise));
    tx.authorize(
      isStaff(actor) || (input.owner ?? promise.owner) === 'client',
      'Only the answering service promises what it does itself.',
    );
    const id = input.newPromiseId ?? newId();
    const sent = await loadPromise(tx, id);
    if (sent !== undefined) return repeated(tx, sent, promise.id);
    if (promise.state !== 'open') throw new DomainError('CONFLICT', endedPromiseWords(promise));
    const row = await successorOf(tx, promise, id, input);
    await endPromise(tx, promise, { state: 'renegotiated', words: input.consent, replacedById: id });
    await tx.db.insert(promises).values(row);
    const { clientId } = promise;
    await recordPromiseEvent(tx, { id, clientId }, 'given', row.before);
    const { kind, owner } = row;
    await recordAudit(
      tx,
      'promise.given',
      { id, clientId },
      { callId: row.callId, kind, owner, replacesId: promise.id },
    );
    await announcePromise(tx, promise.id);
    return announcePromise(tx, id);
  });
}

/** @throws DomainError CONFLICT when the id is that of another promise */
function repeated(tx: WriteTx, sent: PromiseCard, replacesId: string): PromiseCard {
  if (sent.replacesId !== replacesId)
    throw new DomainError('CONFLICT', 'This promise stands for another one.');
  tx.noteUnrecorded();
  return sent;
}

async function successorOf(tx: WriteTx, promise: PromiseCard, id: string, input: Input) {
  const { actor, now } = tx;
  const before = await loadRow(tx, promise.id);
  const { clientId, briefingId, kind, reason } = promise;
  const { what = promise.what, owner = promise.owner } = input;
  const dueAt = new Date(input.dueAt);
  const isOther = input.owner !== undefined && input.owner !== promise.owner;
  const doer = isOther
    ? { ownerId: owner === 'operator' ? actor.id : null, ownerName: owner === 'operator' ? actor.name : '' }
    : { ownerId: promise.ownerId, ownerName: promise.ownerName };
  const about = { clientId, briefingId, earliest: now, hasNumber: promise.callerPhone !== null };
  const rule = await requirePermitted(
    tx,
    { ...about, ownerId: doer.ownerId },
    { kind, what, owner, dueAt },
    now,
  );
  const reminder = await loadFirstReminder(tx, { clientId, owner, givenAt: now, dueAt });
  return {
    organizationId: actor.organizationId,
    id,
    clientId,
    callId: promise.callId,
    kind,
    reason,
    causeId: promise.causeId === promise.id ? id : promise.causeId,
    briefingId,
    what,
    before: reason === 'call' ? await spokenWords(tx, promise, { what, owner, dueAt, rule }) : before.before,
    wordingKey: before.wordingKey,
    callerName: before.callerName,
    callerPhone: before.callerPhone,
    callerTimeZone: before.callerTimeZone,
    dueAt,
    state: 'open' as const,
    owner,
    ...doer,
    ...(!isOther && { assignedToId: before.assignedToId, assignedToName: before.assignedToName }),
    rule,
    replacesId: promise.id,
    ...reminder,
    createdById: actor.id,
    createdByName: actor.name,
    createdAt: now,
  };
}

/** What the card does not show: what is on record for the caller itself, apart from its call. */
async function loadRow(tx: WriteTx, id: string) {
  const { wordingKey, callerName, callerPhone, callerTimeZone, assignedToId, assignedToName, before } =
    promises;
  const [row] = await tx.db
    .select({ wordingKey, callerName, callerPhone, callerTimeZone, assignedToId, assignedToName, before })
    .from(promises)
    .where(within(tx, promises, eq(promises.id, id)));
  return requireRow(row);
}

type Said = Pick<PromiseCard, 'what' | 'owner' | 'dueAt'> & { rule: (typeof promises.$inferSelect)['rule'] };

async function spokenWords(
  tx: WriteTx,
  { callId, kind, clientTimeZone }: PromiseCard,
  { what, owner, dueAt, rule }: Said,
): Promise<string> {
  const call = requireFound(await loadCallCard(tx, callId), 'call');
  const playbook = await loadPlaybook(tx, call.playbookId, call.playbookVersion);
  // The client's people do not read the service's own playbooks: they promise no more than to try.
  const style = promiseStyle(rule, playbook?.content.promise ?? 'will_try');
  return spokenPromise({ kind, what, owner, dueWords: dueWords(dueAt, tx.now, clientTimeZone) }, style);
}
