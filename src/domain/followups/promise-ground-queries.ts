import type { ReadTx } from '../../db/transaction';
import { DomainError, type Problem } from '../../kernel/errors';
import type { PromiseRule } from '../briefings/model';
import { strictestRule } from '../briefings/strictest-rule';
import { loadBegunVersion } from '../briefings/version-queries';
import { loadFirstCycle } from '../escalations/policy-queries';
import type { PromiseKind, PromiseOwner } from '../promises/model';
import { promiseProblems } from '../promises/promise-problems';
import { findActiveMember } from '../tenancy/queries';

type Asked = { kind: PromiseKind; what: string; owner: PromiseOwner; dueAt: Date };

type About = {
  clientId: string;
  briefingId: string | null;
  /** What is due before this instant is late already. */
  earliest: Date;
  hasNumber: boolean;
  /** The operator who is to do it; null: whoever. */
  ownerId: string | null;
};

/**
 * Holds a promise against the briefing in force, and looks whether somebody is there to keep it.
 * @returns the strictest rule of the briefing; null without one
 * @throws DomainError INVALID, field by field
 */
export async function requirePermitted(
  tx: ReadTx,
  { clientId, briefingId, earliest, hasNumber, ownerId }: About,
  asked: Asked,
  now: Date,
): Promise<PromiseRule | null> {
  const briefing = briefingId === null ? undefined : await loadBegunVersion(tx, briefingId, now);
  const rule = briefing === undefined ? null : strictestRule(briefing.content.assurances);
  const problems: Problem[] = promiseProblems({
    ...asked,
    now,
    earliest,
    rule,
    endsAt: briefing?.endsAt ?? null,
    hasSomebodyBefore: asked.owner !== 'client' || (await canTellBefore(tx, clientId, asked.dueAt, now)),
    hasNumber,
  });
  if (asked.owner === 'operator' && ownerId !== null && !(await isStillHere(tx, ownerId))) {
    problems.push({ field: 'owner', words: 'They do not work here any more. Choose somebody else.' });
  }
  if (problems.length > 0) throw new DomainError('INVALID', 'This cannot be promised.', problems);
  return rule;
}

async function canTellBefore(tx: ReadTx, clientId: string, dueAt: Date, now: Date): Promise<boolean> {
  const { firstContactAt } = await loadFirstCycle(tx, clientId, 'urgent', now);
  return firstContactAt !== null && firstContactAt < dueAt;
}

async function isStillHere(tx: ReadTx, memberId: string): Promise<boolean> {
  return (await findActiveMember(tx, memberId)) !== undefined;
}
