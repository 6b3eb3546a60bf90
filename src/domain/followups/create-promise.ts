import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound, requireRow } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import type { CallCard } from '../calls/model';
import { loadCallCard } from '../calls/queries';
import { loadPlaybook } from '../playbooks/queries';
import { announcePromise } from '../promises/announce-promise';
import { dueWords } from '../promises/due-words';
import type { createPromiseInput, PromiseCard } from '../promises/model';
import { canGivePromise } from '../promises/policy';
import { loadPromise } from '../promises/promise-queries';
import { recordPromiseEvent } from '../promises/record-promise-event';
import { loadFirstReminder } from '../promises/reminder-queries';
import { promiseStyle, spokenPromise } from '../promises/spoken-promise';
import { promises } from '../promises/tables';
import { requirePermitted } from './promise-ground-queries';

type Given = Omit<z.output<typeof createPromiseInput>, 'dueAt'> & { dueAt: Date };
type Rule = (typeof promises.$inferSelect)['rule'];

/**
 * Puts on record what an operator promised the caller: who does what, by when. The screen may make the id, so that a
 * retry makes no double. The caller's name and number stay the call's own, also where they are corrected later.
 * @throws DomainError CONFLICT on a closed call, or one of no client; INVALID, field by field, where the briefing in
 *   force does not permit it, nobody can keep it, or the deadline is none
 */
export async function createPromise(
  actor: Actor,
  input: z.output<typeof createPromiseInput>,
): Promise<PromiseCard> {
  return writeTx(actor, async (tx) => {
    const call = requireFound(await loadCallCard(tx, input.callId, { isLocked: true }), 'call');
    tx.authorize(canGivePromise(actor));
    const id = input.promiseId ?? newId();
    const sent = await loadPromise(tx, id);
    if (sent !== undefined) return repeated(tx, sent, call.id);
    const clientId = requireOpenCall(call);
    const given = { ...input, dueAt: new Date(input.dueAt) };
    const rule = await permittedRule(tx, call, clientId, given);
    const row = await promiseRow(tx, call, given, rule);
    const reminder = await loadFirstReminder(tx, { ...row, clientId, givenAt: tx.now });
    const entered = await tx.db
      .insert(promises)
      .values({ ...row, ...reminder, id, causeId: id, clientId })
      .onConflictDoNothing()
      .returning({ id: promises.id });
    // The same id twice at the same instant, for two calls: the other transaction has it.
    if (entered.length === 0) return repeated(tx, requireRow(await loadPromise(tx, id)), call.id);
    const { kind, owner } = given;
    await recordPromiseEvent(tx, { id, clientId }, 'given', row.before);
    await recordAudit(tx, 'promise.given', { id, clientId }, { callId: call.id, kind, owner });
    return announcePromise(tx, id);
  });
}

/** @throws DomainError CONFLICT when the id is another call's promise */
function repeated(tx: WriteTx, sent: PromiseCard, callId: string): PromiseCard {
  if (sent.callId !== callId) throw new DomainError('CONFLICT', 'This promise belongs to another call.');
  tx.noteUnrecorded();
  return sent;
}

function requireOpenCall({ closedAt, clientId }: CallCard): string {
  if (closedAt !== null) {
    throw new DomainError('CONFLICT', 'This call is closed: nothing can be promised in it any more.');
  }
  if (clientId === null) {
    throw new DomainError(
      'CONFLICT',
      'This number belongs to no client yet: there is nobody to promise for.',
    );
  }
  return clientId;
}

function permittedRule(tx: WriteTx, call: CallCard, clientId: string, given: Given): Promise<Rule> {
  const { briefingId, callerPhone, ani, isAniValid, ringAt: earliest } = call;
  const hasNumber = callerPhone !== null || (isAniValid && ani !== '');
  return requirePermitted(tx, { clientId, briefingId, earliest, hasNumber, ownerId: null }, given, tx.now);
}

async function promiseRow(tx: WriteTx, call: CallCard, given: Given, rule: Rule) {
  const { kind, what, owner, dueAt, callerTimeZone = null } = given;
  const { actor, now } = tx;
  const playbook = await loadPlaybook(tx, call.playbookId, call.playbookVersion);
  const style = promiseStyle(rule, requireFound(playbook, 'playbook').content.promise);
  const due = dueWords(dueAt, now, call.clientTimeZone ?? 'UTC');
  const isProgram = actor.kind !== 'member';
  const operator = {
    ownerId: isProgram ? call.answeredById : actor.id,
    ownerName: isProgram ? (call.answeredByName ?? actor.name) : actor.name,
  };
  return {
    organizationId: actor.organizationId,
    callId: call.id,
    kind,
    reason: 'call' as const,
    briefingId: call.briefingId,
    what,
    before: spokenPromise({ kind, what, owner, dueWords: due }, style),
    callerName: '',
    callerTimeZone,
    dueAt,
    state: 'open' as const,
    owner,
    ...(owner === 'operator' && operator),
    rule,
    createdById: actor.id,
    createdByName: actor.name,
    createdAt: now,
  };
}
