import type { z } from 'zod';
import { writeTx, type WriteTx } from '../../db/transaction';
import type { Actor } from '../../kernel/actor';
import { DomainError, requireFound, requireRow } from '../../kernel/errors';
import { newId } from '../../kernel/ids';
import { recordAudit } from '../audit/record-audit';
import { strictestRule } from '../briefings/strictest-rule';
import { loadBegunVersion } from '../briefings/version-queries';
import type { CallCard } from '../calls/model';
import { loadCallCard } from '../calls/queries';
import { loadFirstCycle } from '../escalations/policy-queries';
import { loadPlaybook } from '../playbooks/queries';
import { announcePromise } from '../promises/announce-promise';
import { dueWords } from '../promises/due-words';
import type { createPromiseInput, PromiseCard } from '../promises/model';
import { canGivePromise } from '../promises/policy';
import { promiseProblems } from '../promises/promise-problems';
import { loadPromise } from '../promises/promise-queries';
import { promiseStyle, spokenPromise } from '../promises/spoken-promise';
import { promises } from '../promises/tables';

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
    const entered = await tx.db
      .insert(promises)
      .values({ ...row, id, causeId: id, clientId })
      .onConflictDoNothing()
      .returning({ id: promises.id });
    // The same id twice at the same instant, for two calls: the other transaction has it.
    if (entered.length === 0) return repeated(tx, requireRow(await loadPromise(tx, id)), call.id);
    const { kind, owner } = given;
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

/**
 * Holds the promise against the briefing in force and the client's policy.
 * @returns the strictest rule of the briefing; null without one
 */
async function permittedRule(tx: WriteTx, call: CallCard, clientId: string, given: Given): Promise<Rule> {
  const { briefingId, callerPhone, ani, isAniValid, ringAt } = call;
  const briefing = briefingId === null ? undefined : await loadBegunVersion(tx, briefingId, tx.now);
  const rule = briefing === undefined ? null : strictestRule(briefing.content.assurances);
  const problems = promiseProblems({
    ...given,
    now: tx.now,
    earliest: ringAt,
    rule,
    endsAt: briefing?.endsAt ?? null,
    hasSomebodyBefore: given.owner !== 'client' || (await canTellBefore(tx, clientId, given.dueAt)),
    hasNumber: callerPhone !== null || (isAniValid && ani !== ''),
  });
  if (problems.length > 0) throw new DomainError('INVALID', 'This cannot be promised.', problems);
  return rule;
}

async function canTellBefore(tx: WriteTx, clientId: string, dueAt: Date): Promise<boolean> {
  const { firstContactAt } = await loadFirstCycle(tx, clientId, 'urgent', tx.now);
  return firstContactAt !== null && firstContactAt < dueAt;
}

async function promiseRow(tx: WriteTx, call: CallCard, { kind, what, owner, dueAt }: Given, rule: Rule) {
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
    dueAt,
    state: 'open' as const,
    owner,
    ...(owner === 'operator' && operator),
    rule,
    createdByName: actor.name,
    createdAt: now,
  };
}
