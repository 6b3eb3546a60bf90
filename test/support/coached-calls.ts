import { answerCall } from '../../src/domain/calls/answer-call';
import type { CallCard, Disposition } from '../../src/domain/calls/model';
import { ringCall } from '../../src/domain/calls/ring-call';
import { usualCriteria, type Mark } from '../../src/domain/coaching/model';
import { scoreCall } from '../../src/domain/coaching/score-call';
import { closeCall } from '../../src/domain/messages/close-call';
import { createMember } from '../../src/domain/tenancy/create-member';
import type { Actor, Role } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/ids';
import { actorOf, type Tenant } from './world';

/** Somebody else of the staff. */
export async function colleague(
  { actors, organizationId }: Tenant,
  name: string,
  role: Role = 'operator',
): Promise<Actor> {
  const person = { email: `${newId()}@harbor.example`, name, role, passwordHash: 'none' };
  const { id } = await createMember(actors.admin, person);
  return actorOf(organizationId, role, id, name, null);
}

/** A call that somebody answered and wrapped up. */
export async function wrappedUp(
  { did }: Tenant,
  by: Actor,
  disposition: Disposition = 'informed',
): Promise<CallCard> {
  const ring = { from: '+4915112345678', to: did.number, routeReason: 'overflow' as const };
  const { call } = await ringCall(by, ring);
  await answerCall(by, call.id);
  return closeCall(by, { callId: call.id, disposition });
}

/** The trade's form with one mark everywhere, but for those that are named. */
export const filledIn = (mark: Mark, others: Record<string, Mark> = {}) =>
  usualCriteria.map(({ id }) => {
    const own = others[id] ?? mark;
    return { criterionId: id, mark: own, words: own === 'missed' ? 'It was left out.' : '' };
  });

/** A call, scored by the trade's form. */
export async function scored(tenant: Tenant, by: Actor, scorer: Actor, mark: Mark = 'met') {
  const { id: callId } = await wrappedUp(tenant, by);
  return scoreCall(scorer, { callId, version: 0, lines: filledIn(mark), words: 'Keep the calm voice.' });
}
